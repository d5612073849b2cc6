/** When a list changes, only what changed is screened again, and the result is that of screening everything anew. */
import type { WordWeights } from "../names/weights.ts";
import { type Party, SCHEMAS, type WatchEntry } from "../party.ts";
import { byScore, type ScreeningMatch, type ScreenOptions, screen } from "../search/screen.ts";
import { buildIndex, entryKey } from "../search/screening-index.ts";

export interface ListChanges {
  readonly added: readonly WatchEntry[];
  /** As they are now. */
  readonly changed: readonly WatchEntry[];
  /** As they were. */
  readonly removed: readonly WatchEntry[];
}

/** By list and identifier. The version of the list alone is no change. */
export function diffLists(
  before: readonly WatchEntry[],
  after: readonly WatchEntry[],
): ListChanges {
  const old = new Map(before.map((entry) => [entryKey(entry), entry]));
  const current = new Set(after.map(entryKey));
  return {
    added: after.filter((entry) => !old.has(entryKey(entry))),
    changed: after.filter((entry) => {
      const known = old.get(entryKey(entry));
      return known !== undefined && entryText(known) !== entryText(entry);
    }),
    removed: before.filter((entry) => !current.has(entryKey(entry))),
  };
}

/** All of an entry that counts, as one text: the same text, the same entry. */
export function entryText(entry: WatchEntry): string {
  const { id, schema, names, birthDates, countries, identifiers, list, programme } = entry;
  return JSON.stringify([
    list,
    id,
    SCHEMAS.indexOf(schema),
    names,
    birthDates ?? [],
    countries ?? [],
    identifiers ?? [],
    programme ?? "",
    entry.validFrom ?? "",
    entry.validTo ?? "",
  ]);
}

export function partyText(party: Party): string {
  const { id, name, aliases, schema, country, identifiers, birthDate, address } = party;
  return JSON.stringify([
    id,
    name,
    aliases ?? [],
    schema ?? "",
    country ?? "",
    identifiers ?? [],
    birthDate ?? "",
    address ?? "",
  ]);
}

export interface RescreenInput {
  readonly changes: ListChanges;
  readonly parties: readonly Party[];
  /** All matches of these parties with the list as it was. */
  readonly matches: readonly ScreeningMatch[];
  /** Those that the matches were scored with (`index.names.weightOfWord`). */
  readonly weights: WordWeights;
  readonly options?: ScreenOptions;
  readonly onParty?: (done: number) => void;
}

export interface Rescreened {
  /** What screening everything anew with the same weights and options gives, by party and then as `screen` orders them. */
  readonly matches: readonly ScreeningMatch[];
  readonly appeared: readonly ScreeningMatch[];
  readonly withdrawn: readonly ScreeningMatch[];
  readonly cut: number;
}

export function rescreen(input: RescreenInput): Rescreened {
  const { changes, parties, matches, weights, options, onParty = () => {} } = input;
  const { added, changed, removed } = changes;
  const touched = new Set([...added, ...changed, ...removed].map(entryKey));
  const index = buildIndex([...added, ...changed], { weights });
  const kept = Map.groupBy(
    matches.filter(({ entry }) => !touched.has(entryKey(entry))),
    ({ party }) => party.id,
  );
  const before = new Set(matches.map(matchKey));
  let cut = 0;
  const now = parties.flatMap((party, at) => {
    const found = screen(index, party, options);
    cut += found.cut;
    onParty(at + 1);
    return [...(kept.get(party.id) ?? []), ...found.matches].sort(byScore);
  });
  const after = new Set(now.map(matchKey));
  return {
    matches: now,
    appeared: now.filter((match) => !before.has(matchKey(match))),
    withdrawn: matches.filter((match) => !after.has(matchKey(match))),
    cut,
  };
}

function matchKey({ party, entry }: ScreeningMatch): string {
  return `${party.id}\u0000${entryKey(entry)}`;
}
