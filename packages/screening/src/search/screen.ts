/** Screens a party against a list: candidates by key, scored by name, then by all else that is known. */
import { textHash } from "@customhouse/model/hash";
import { ScreeningError } from "../errors.ts";
import { IDENTIFIER_SEEDS, identifierKeys } from "../identifiers.ts";
import { explainedScore, nameScore, type WordMatch } from "../names/name-score.ts";
import { type Party, partyProblem, type WatchEntry } from "../party.ts";
import { candidatesFor } from "./candidates.ts";
import { type Evidence, evidenceFor, MOST_ADDED, withEvidence } from "./evidence.ts";
import { eachPosting } from "./hashed-postings.ts";
import { type Query, queryOf } from "./query.ts";
import type { ScreeningIndex } from "./screening-index.ts";

export const LEAST_THRESHOLD = 0.8;
export const USUAL_THRESHOLD = 0.85;

export interface ScreenOptions {
  /** From 0.8 to 1. */
  readonly threshold?: number;
  /** Day on which an entry must be in force, `YYYY-MM-DD`; without it all count. */
  readonly on?: string;
}

/** A likeness of a party and an entry, with why. Never a finding: people decide. */
export interface ScreeningMatch {
  readonly party: Party;
  readonly entry: WatchEntry;
  readonly score: number;
  readonly nameScore: number;
  readonly partyName: string;
  readonly listName: string;
  readonly words: readonly WordMatch[];
  readonly evidence: readonly Evidence[];
}

export interface Screened {
  /** Highest score first, then by list and identifier. */
  readonly matches: readonly ScreeningMatch[];
  /** Names that were compared. */
  readonly candidates: number;
  /** Names that were not, because the party is like too many. */
  readonly cut: number;
}

interface Best {
  readonly score: number;
  readonly query: Query;
  /** Number of the name in the index; -1 when only an identifier agreed. */
  readonly name: number;
}

/** Throws `ScreeningError` CH4401 for a party, and CH4404 for a threshold, that cannot be screened. */
export function screen(
  index: ScreeningIndex,
  party: Party,
  { threshold = USUAL_THRESHOLD, on }: ScreenOptions = {},
): Screened {
  const problem = partyProblem(party);
  if (problem !== undefined)
    throw new ScreeningError("CH4401", `${party.id.slice(0, 100)}: ${problem}`);
  if (!(threshold >= LEAST_THRESHOLD && threshold <= 1)) throw new ScreeningError("CH4404");
  const best = new Map<number, Best>();
  const least = threshold - MOST_ADDED;
  let candidates = 0;
  let cut = 0;
  for (const { text, isAddress } of textsOf(party)) {
    const query = queryOf(index, text);
    if (query.words.length === 0) continue;
    const found = candidatesFor(index, query);
    candidates += found.names.length;
    cut += found.cut;
    for (const listName of found.names) {
      const score = nameScore(query, index.names, listName, least);
      if (score < least) continue;
      // Asked last, as few come so far and the entries lie all over the memory.
      const entry = index.names.entry[listName] as number;
      if ((index.entries[entry]?.schema === "address") !== isAddress) continue;
      keepBest(best, entry, { score, query, name: listName });
    }
  }
  byIdentifier(index, party, best);
  const matches = [...best]
    .map(([entry, found]) => matchOf(index, party, entry, found))
    .filter(({ score, entry }) => score >= threshold && inForce(entry, on))
    .sort(byScore);
  return { matches, candidates, cut };
}

/** An address is compared with addresses alone, and names with all else. */
function textsOf({ name, aliases = [], address = "", schema }: Party) {
  const names = [name, ...aliases].map((text) => ({ text, isAddress: schema === "address" }));
  return address === "" ? names : [...names, { text: address, isAddress: true }];
}

function keepBest(best: Map<number, Best>, entry: number, found: Best): void {
  const known = best.get(entry);
  const better =
    known === undefined ||
    found.score > known.score ||
    (found.score === known.score && found.query === known.query && found.name < known.name);
  if (better) best.set(entry, found);
}

function byIdentifier(index: ScreeningIndex, party: Party, best: Map<number, Best>): void {
  const keys = identifierKeys(party.identifiers);
  if (keys.length === 0) return;
  const query = queryOf(index, party.name);
  for (const key of keys) {
    const [bucket, check] = IDENTIFIER_SEEDS.map((seed) => textHash(key, seed));
    eachPosting(index.byIdentifier, bucket ?? 0, check ?? 0, (entry) => {
      if (!best.has(entry)) best.set(entry, { score: 0, query, name: -1 });
    });
  }
}

function matchOf(
  { entries, names }: ScreeningIndex,
  party: Party,
  number: number,
  { query, name, score }: Best,
): ScreeningMatch {
  const entry = entries[number];
  if (entry === undefined) throw new Error(`entry ${number} is not in the index`);
  const evidence = evidenceFor(party, entry);
  return {
    party,
    entry,
    score: withEvidence(score, evidence),
    nameScore: score,
    partyName: query.name,
    listName: entry.names[name < 0 ? 0 : (names.place[name] ?? 0)] ?? "",
    words: name < 0 ? [] : explainedScore(query, names, name).words,
    evidence,
  };
}

function inForce({ validFrom, validTo }: WatchEntry, on: string | undefined): boolean {
  if (on === undefined) return true;
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
}

export function byScore(a: ScreeningMatch, b: ScreeningMatch): number {
  return b.score - a.score || order(a.entry.list, b.entry.list) || order(a.entry.id, b.entry.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
