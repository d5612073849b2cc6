/** `customhouse risk screen`: parties against watch lists. It finds likenesses; people decide what they are. */
import path from "node:path";
import { type BrokenRow, readList, readParties, type WatchList } from "@customhouse/history";
import {
  buildIndex,
  isSearchable,
  LEAST_THRESHOLD,
  type Party,
  type ScreeningIndex,
  type ScreeningMatch,
  screen,
  USUAL_THRESHOLD,
} from "@customhouse/screening";
import { type Command, InvalidArgumentError } from "commander";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { Progress } from "../progress.ts";
import { opened } from "./files.ts";

interface Options {
  readonly list: readonly string[];
  readonly licence: string;
  readonly tolerate: number;
  readonly parties?: string;
  readonly name?: string;
  readonly country?: string;
  readonly threshold: number;
  readonly on?: string;
  readonly json?: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TOLD_ROWS = 20;

export function addScreen(risk: Command): void {
  risk
    .command("screen")
    .description("compare parties with watch lists (exit code 1: somebody is like an entry)")
    .requiredOption("--list <files...>", "lists (CSV as OpenSanctions writes it, or id,name,...)")
    .option("--licence <text>", "what the publisher allows, kept with the result", "not stated")
    .option("--tolerate <rows>", "broken rows of a list that may be left out", rows, 0)
    .option("--parties <file>", "parties (CSV: id,name and more)")
    .option("--name <name>", "one party by its name")
    .option("--country <code>", "its country")
    .option("--threshold <number>", "least likeness, 0.8 to 1", threshold, USUAL_THRESHOLD)
    .option("--on <day>", "entries in force on this day alone, for example 2026-03-01")
    .option("--json", "one match a line, and the summary last")
    .action(screenParties);
}

export async function screenParties(options: Options): Promise<void> {
  if (options.on !== undefined && !DAY.test(options.on)) {
    throw new UserError(`${options.on} is not a day`, "Write it as 2026-03-01.");
  }
  const { parties, broken } = await partiesOf(options);
  const lists: WatchList[] = [];
  for (const file of options.list) lists.push(await listOf(file, options));
  const entries = lists.flatMap((list) => list.entries);
  const building = new Progress("ten thousand entries", Math.ceil(entries.length / 10_000));
  const index = buildIndex(entries, { onEntries: () => building.step() });
  building.end();
  const told = screenAll(index, parties, options);
  const summary = {
    parties: parties.length,
    notScreened: broken.length + told.unsearchable.length,
    cutParties: told.cutParties,
    matches: told.matches,
    entries: entries.length,
    unsearchableNames: index.names.unsearchable,
    partiesPerSecond: Math.round(parties.length / Math.max(told.seconds, 0.001)),
    lists: lists.map(({ source, entries: own, broken: out }) => {
      return { ...source, entries: own.length, leftOut: out.length };
    }),
  };
  tellBroken("party", broken);
  tellUnsearchable(told.unsearchable);
  for (const list of lists) tellBroken(list.source.file, list.broken);
  console.log(options.json ? JSON.stringify({ summary }) : summaryText(summary));
  if (told.matches > 0 || summary.notScreened > 0) process.exitCode = EXIT.no;
}

async function partiesOf({ parties: file, name, country }: Options) {
  if ((file === undefined) === (name === undefined)) {
    throw new UserError("Nobody to screen, or too many", "Give either --parties or --name.");
  }
  if (file !== undefined) return await opened(file, () => readParties(file));
  const party: Party = { id: "1", name: name ?? "", country };
  return { parties: [party], broken: [] };
}

async function listOf(file: string, { licence, tolerate }: Options): Promise<WatchList> {
  const name = path.basename(file, path.extname(file));
  const progress = new Progress("ten thousand rows of a list");
  const onRows = () => progress.step();
  const list = await opened(file, () => readList(file, { name, licence, tolerate, onRows }));
  progress.end();
  return list;
}

function screenAll(index: ScreeningIndex, parties: readonly Party[], options: Options) {
  const { threshold: least, on, json } = options;
  const progress = new Progress("parties", parties.length);
  let matches = 0;
  let cutParties = 0;
  const unsearchable: Party[] = [];
  const started = performance.now();
  for (const party of parties) {
    const found = screen(index, party, { threshold: least, on });
    if (found.cut > 0) cutParties += 1;
    if (!isSearchable(party)) unsearchable.push(party);
    matches += found.matches.length;
    for (const match of found.matches) {
      console.log(json ? JSON.stringify(matchData(match)) : matchText(match));
    }
    progress.step();
  }
  progress.end();
  return { matches, cutParties, unsearchable, seconds: (performance.now() - started) / 1000 };
}

function matchData({ party, entry, ...match }: ScreeningMatch) {
  const { id, schema, list, listVersion, programme } = entry;
  return { partyId: party.id, entry: { id, schema, list, listVersion, programme }, ...match };
}

function matchText(match: ScreeningMatch): string {
  const { party, entry, score, partyName, listName, words, evidence } = match;
  const alike = words.map(
    ({ party: ours, list, similarity }) => `${ours} ~ ${list} ${similarity.toFixed(2)}`,
  );
  const besides = evidence.map(({ kind }) => kind.replaceAll("-", " "));
  return [
    `${score.toFixed(3)}  ${party.id}  ${partyName}  =>  ${listName} (${entry.list} ${entry.id})`,
    `       ${[...alike, ...besides].join("; ")}`,
  ].join("\n");
}

function summaryText(summary: {
  readonly parties: number;
  readonly notScreened: number;
  readonly cutParties: number;
  readonly matches: number;
  readonly entries: number;
  readonly partiesPerSecond: number;
}): string {
  const { parties, matches, entries, partiesPerSecond, notScreened, cutParties } = summary;
  return [
    `${parties} parties against ${entries} entries: ${matches} matches for people to decide, ${partiesPerSecond} parties/s`,
    ...(notScreened > 0 ? [`${notScreened} parties could not be screened`] : []),
    ...(cutParties > 0 ? [`${cutParties} parties are like too many names: not all compared`] : []),
  ].join("\n");
}

function tellBroken(what: string, broken: readonly BrokenRow[]): void {
  for (const { row, why } of broken.slice(0, TOLD_ROWS)) {
    process.stderr.write(`${what}, row ${row}: ${why}\n`);
  }
  const more = broken.length - TOLD_ROWS;
  if (more > 0) process.stderr.write(`${what}: ${more} more broken rows\n`);
}

function tellUnsearchable(parties: readonly Party[]): void {
  for (const { id } of parties.slice(0, TOLD_ROWS)) {
    process.stderr.write(`party ${id}: no name of it has a letter or digit to be compared\n`);
  }
  const more = parties.length - TOLD_ROWS;
  if (more > 0) process.stderr.write(`${more} more parties without a name to be compared\n`);
}

function rows(text: string): number {
  const value = Number(text);
  if (text !== "" && Number.isInteger(value) && value >= 0 && value <= 1_000_000) return value;
  throw new InvalidArgumentError("It must be a whole number from 0 to 1000000.");
}

function threshold(text: string): number {
  const value = Number(text);
  if (text !== "" && value >= LEAST_THRESHOLD && value <= 1) return value;
  throw new InvalidArgumentError(`It must be from ${LEAST_THRESHOLD} to 1.`);
}
