/** What the risk run on a filing looks at beside what was filed: who is like whom on the watch lists, and alarms. */
import { type Formality, textsIn } from "@customhouse/formalities";
import type { Facts } from "@customhouse/model";
import { pairDigest } from "@customhouse/screening/hits";
import type { MainPathParts } from "../declarations/parts.ts";
import { namedInFiling } from "../screening/named/named-in-filing.ts";
import { sha256 } from "../screening/named/named-parties.ts";
import { alarmsOf } from "./container-alarms.ts";

/** Of one filing; the oldest are forgotten first. */
const MAX_KNEW = 200;

export interface FilingRun {
  /** Everything that criteria may ask. */
  readonly facts: Facts;
  /** What is kept of the run with its step. */
  readonly found: Facts;
}

export async function filingRun(
  parts: MainPathParts,
  filing: Formality,
  personal: Facts,
): Promise<FilingRun> {
  // What an earlier run found says nothing of this one: where there is no answer now, the fact is missing.
  const { screeningHits: _, screeningAnswered: __, containerAlarms: ___, ...filed } = filing.facts;
  const { country, screening } = parts;
  const named = namedInFiling(filing, personal);
  const looked = await screening?.lookAtFiling(filing.caseId, named, country.register);
  const alarms = await alarmsOf(parts, await containersOf(parts, filing));
  const weighed = [
    ...(looked?.matches ?? []).map(({ party, entry }) => pairDigest(party, entry, sha256)),
    // The newest last: they are forgotten last.
    ...alarms.map(({ alarmId }) => alarmId).reverse(),
  ];
  const found: Facts = {
    ...(looked === undefined
      ? {}
      : { screeningAnswered: looked.result === undefined ? "no" : "yes" }),
    ...(looked?.result === undefined ? {} : { screeningHits: `${looked.result.hits}` }),
    containerAlarms: [...new Set(alarms.map(({ kind }) => kind))],
  };
  const runKnew = knewNow(textsIn(filing.facts.runKnew), weighed);
  return { facts: { ...filed, ...personal, ...found }, found: { ...found, runKnew } };
}

/** Its own, and those in which carriers reported what it files. */
async function containersOf(
  { store }: MainPathParts,
  { facts }: Formality,
): Promise<readonly string[]> {
  const documents = [
    ...textsIn(facts.houses),
    ...(typeof facts.master === "string" ? [facts.master] : []),
  ];
  const reports = documents.length === 0 ? [] : await store.cargoReports(documents, []);
  const reported = reports.flatMap((report) => textsIn(report.facts.containers));
  return [...new Set([...textsIn(facts.containers), ...reported])];
}

/** What is known of a filing from now on. */
export function knewNow(before: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].slice(-MAX_KNEW);
}
