/** What besides the name speaks for or against a match. */
import { contradictions, identifierKeys } from "../identifiers.ts";
import type { Party, WatchEntry } from "../party.ts";

export type EvidenceKind =
  | "identifier-same"
  | "identifier-other"
  | "birth-date-same"
  | "birth-year-same"
  | "birth-date-other"
  | "country-same"
  | "country-other"
  | "kind-other";

export interface Evidence {
  readonly kind: EvidenceKind;
  /** Added to the score of the name; an identifier that is the same decides alone. */
  readonly change: number;
}

const CHANGE: Readonly<Record<EvidenceKind, number>> = {
  "identifier-same": 1,
  "identifier-other": -0.3,
  "birth-date-same": 0.05,
  "birth-year-same": 0.02,
  "birth-date-other": -0.15,
  "country-same": 0.02,
  "country-other": -0.05,
  "kind-other": -0.15,
};

/** The most that can be added to the score of a name. */
export const MOST_ADDED = CHANGE["birth-date-same"] + CHANGE["country-same"];

export function evidenceFor(party: Party, entry: WatchEntry): readonly Evidence[] {
  const kinds = [
    identifierEvidence(party, entry),
    birthEvidence(party.birthDate, entry.birthDates),
    countryEvidence(party.country, entry.countries),
    kindEvidence(party, entry),
  ] satisfies (EvidenceKind | undefined)[];
  return kinds.filter((kind) => kind !== undefined).map((kind) => ({ kind, change: CHANGE[kind] }));
}

/** The score of the name with all that speaks for or against it, from 0 to 1. */
export function withEvidence(score: number, evidence: readonly Evidence[]): number {
  if (evidence.some(({ kind }) => kind === "identifier-same")) return 1;
  const sum = evidence.reduce((total, { change }) => total + change, score);
  return Math.min(1, Math.max(0, sum));
}

function identifierEvidence(party: Party, entry: WatchEntry): EvidenceKind | undefined {
  const ours = identifierKeys(party.identifiers);
  if (ours.length === 0) return undefined;
  const theirs = identifierKeys(entry.identifiers);
  if (ours.some((key) => theirs.includes(key))) return "identifier-same";
  return contradictions(ours, theirs).length > 0 ? "identifier-other" : undefined;
}

function kindEvidence({ schema = "unknown" }: Party, entry: WatchEntry): EvidenceKind | undefined {
  // An address on a list is nobody's kind.
  if (schema === "unknown" || entry.schema === "unknown" || entry.schema === "address") return;
  return schema === entry.schema ? undefined : "kind-other";
}

/** Dates may be known to the year or month only: then what both know is compared. */
function birthEvidence(ours?: string, theirs: readonly string[] = []): EvidenceKind | undefined {
  if (ours === undefined || theirs.length === 0) return undefined;
  const agrees = (date: string) => {
    const known = Math.min(ours.length, date.length);
    return ours.slice(0, known) === date.slice(0, known) ? known : 0;
  };
  const best = Math.max(...theirs.map(agrees));
  if (best === 0) return "birth-date-other";
  return best === "YYYY-MM-DD".length ? "birth-date-same" : "birth-year-same";
}

function countryEvidence(ours?: string, theirs: readonly string[] = []): EvidenceKind | undefined {
  if (ours === undefined || ours === "" || theirs.length === 0) return undefined;
  const same = theirs.some((country) => country.toUpperCase() === ours.toUpperCase());
  return same ? "country-same" : "country-other";
}
