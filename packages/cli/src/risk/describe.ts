/** `customhouse risk describe`: what words tell about the code of goods: learn it, suggest codes, check what was declared. */
import { readFile } from "node:fs/promises";
import {
  readDescriptions,
  readTable,
  type StoredDescriptions,
  sha256,
  writeDescriptions,
} from "@customhouse/history";
import { columnOf } from "@customhouse/learning/tables";
import {
  checkDescription,
  type Described,
  type DescriptionCheck,
  hasCode,
  suggestCodes,
  trainDescriptions,
  vaguenessOf,
} from "@customhouse/learning/text";
import { type Command, InvalidArgumentError } from "commander";
import { EXIT } from "../exit-codes.ts";
import { Progress } from "../progress.ts";
import { opened, refuseUnwritable } from "./files.ts";

const LIMITS = [
  "It knows the languages and the kinds of wording that it was trained on, and no others.",
  "A suggestion is no ruling, and a low probability is a reason to look, never a finding.",
] as const;

export function addDescribe(risk: Command): void {
  const describe = risk.command("describe").description("goods descriptions and their HS codes");
  describe
    .command("train")
    .description("learn codes from tables of described goods")
    .requiredOption("--data <files...>", "tables (CSV with a header)")
    .requiredOption("--text <column>", "column with the description")
    .requiredOption(
      "--code <column>",
      "column with the HS code; rows with a shorter one are left out",
    )
    .requiredOption("--out <file>", "model file to write")
    .option("--digits <count>", "digits of the code to learn: 2, 4 or 6", digits, 4)
    .option("--seed <number>", "same seed, same model", whole, 1)
    .option("--json", "the model card as JSON")
    .action(trainOnTables);
  describe
    .command("suggest")
    .description("the likeliest codes of a description")
    .requiredOption("--model <file>", "model file")
    .requiredOption("--text <words>", "the description")
    .option("--top <count>", "how many codes", whole, 5)
    .option("--json", "as JSON")
    .action(suggest);
  describe
    .command("check")
    .description("descriptions beside declared codes (exit code 1: one is vague or does not fit)")
    .requiredOption("--model <file>", "model file")
    .requiredOption("--data <file>", "table (CSV with a header)")
    .requiredOption("--text <column>", "column with the description")
    .requiredOption("--code <column>", "column with the declared code")
    .option("--least <probability>", "of the declared code, below which it is told", share, 0.01)
    .option("--json", "one row a line, and the summary last")
    .action(check);
}

interface TrainOptions {
  readonly data: readonly string[];
  readonly text: string;
  readonly code: string;
  readonly out: string;
  readonly digits: number;
  readonly seed: number;
  readonly json?: boolean;
}

async function trainOnTables(options: TrainOptions): Promise<void> {
  await refuseUnwritable(options.out);
  const rows: Described[] = [];
  const data: { sha256: string; rows: number; leftOut: number }[] = [];
  for (const file of options.data) {
    const { described, leftOut } = await describedIn(file, options);
    for (const one of described) rows.push(one);
    data.push({
      sha256: sha256(await opened(file, () => readFile(file))),
      rows: described.length,
      leftOut,
    });
  }
  const progress = new Progress("steps", 4);
  const { model, heldOut } = trainDescriptions({
    rows,
    digits: options.digits,
    seed: options.seed,
    onStep: () => progress.step(),
  });
  progress.end();
  const card = {
    trainedAt: new Date().toISOString(),
    data,
    seed: options.seed,
    heldOut: heldOut.map((one) => ({ ...one })),
    limits: LIMITS,
  };
  const { out } = options;
  const digest = await opened(out, () => writeDescriptions(out, { card, model }));
  if (options.json) {
    console.log(JSON.stringify({ file: out, digest, codes: model.codes.length, ...card }));
    return;
  }
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  console.log(
    [
      `${out}: ${model.codes.length} codes of ${model.digits} digits from ${rows.length} rows, ${model.scorer.kind} chosen; ${data.reduce((sum, { leftOut }) => sum + leftOut, 0)} rows without such a code left out`,
      ...heldOut.map(
        ({ kind, rows: held, top1, top5, lossBits }) =>
          `${kind} on ${held} rows held out: first ${percent(top1)}, among five ${percent(top5)}, ${lossBits.toFixed(2)} bits left`,
      ),
      `sha256 ${digest}`,
    ].join("\n"),
  );
}

/** Chapters stand in the same column as headings and subheadings: what has too few digits cannot be learnt. */
async function describedIn(
  file: string,
  { text, code, digits: least }: TrainOptions,
): Promise<{ described: readonly Described[]; leftOut: number }> {
  const table = await opened(file, () => readTable(file));
  const codes = columnOf(table, code);
  const described = columnOf(table, text)
    .map((words, row) => ({ text: words, code: codes[row] ?? "" }))
    .filter((row) => hasCode(row.code, least));
  return { described, leftOut: table.rows - described.length };
}

async function modelOf(file: string): Promise<StoredDescriptions> {
  return await opened(file, () => readDescriptions(file));
}

interface SuggestOptions {
  readonly model: string;
  readonly text: string;
  readonly top: number;
  readonly json?: boolean;
}

async function suggest(options: SuggestOptions): Promise<void> {
  const { model } = await modelOf(options.model);
  const codes = suggestCodes(model, options.text, options.top);
  const vagueness = vaguenessOf(options.text, model);
  if (options.json) {
    console.log(JSON.stringify({ codes, ...vagueness }));
    return;
  }
  const lines = codes.map(
    ({ code, probability }) => `${(probability * 100).toFixed(1).padStart(6)} %  ${code}`,
  );
  if (vagueness.vague) lines.push("The description is vague: it tells next to nothing.");
  console.log(lines.join("\n"));
}

interface CheckOptions {
  readonly model: string;
  readonly data: string;
  readonly text: string;
  readonly code: string;
  readonly least: number;
  readonly json?: boolean;
}

async function check(options: CheckOptions): Promise<void> {
  const { model } = await modelOf(options.model);
  const table = await opened(options.data, () => readTable(options.data));
  const texts = columnOf(table, options.text);
  const codes = columnOf(table, options.code);
  let vague = 0;
  let unlikely = 0;
  let noCode = 0;
  const progress = new Progress("rows", table.rows);
  texts.forEach((text, at) => {
    progress.step();
    const declared = codes[at] ?? "";
    if (!hasCode(declared, model.digits)) {
      noCode += 1;
      process.stderr.write(`row ${at + 1}: ${declared.slice(0, 20)} is no code\n`);
      return;
    }
    const found = checkDescription(model, text, declared);
    if (found.vague) vague += 1;
    if (found.probability < options.least) unlikely += 1;
    if (options.json) console.log(JSON.stringify({ row: at + 1, ...found }));
    else if (found.vague || found.probability < options.least) console.log(line(at, text, found));
  });
  progress.end();
  console.log(
    options.json
      ? JSON.stringify({ summary: { rows: table.rows, vague, unlikely, noCode } })
      : `${table.rows} rows: ${vague} vague, ${unlikely} unlikely for the declared code, ${noCode} without a code`,
  );
  if (vague + unlikely + noCode > 0) process.exitCode = EXIT.no;
}

const SHOWN_CHARACTERS = 60;

function line(at: number, text: string, found: DescriptionCheck): string {
  const { declared, probability, best, vague, known } = found;
  const verdict = vague ? "vague" : known ? "unlikely" : "code never learnt";
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  return `row ${at + 1}  ${verdict}  ${declared} ${percent(probability)}, best ${best.code} ${percent(best.probability)}  ${text.slice(0, SHOWN_CHARACTERS)}`;
}

function digits(text: string): number {
  if (["2", "4", "6"].includes(text)) return Number(text);
  throw new InvalidArgumentError("It must be 2, 4 or 6.");
}

function whole(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
  throw new InvalidArgumentError("It must be a whole number from 1 to 100000.");
}

function share(text: string): number {
  const value = Number(text);
  if (text !== "" && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError("It must be from 0 to 1.");
}
