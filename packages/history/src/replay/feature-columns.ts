/**
 * Feature rows as columns: one table of declarations and one of items, which name their declaration by its number. With the
 * features stands what was stored of the run, so that a policy can be tried on the rows alone.
 */
import type { Lane } from "@customhouse/model";
import {
  FEATURES,
  type FeatureScope,
  type FeatureValue,
  type RiskRow,
} from "@customhouse/risk/features";
import type { ReplayedRun, StoredRun } from "./replayed-run.ts";

const TYPES = {
  string: "VARCHAR",
  bool: "BOOLEAN",
  // Whole numbers of features are exact in a double, and doubles are read fastest.
  int: "DOUBLE",
  double: "DOUBLE",
  "list<string>": "VARCHAR[]",
} as const;

/** Number of the run within its day, from 0. */
export const RUN_COLUMN = "run";
/** Rules that hit or failed when the rows were written: of items rules, on whichever item. */
export const HITS_COLUMN = "hits";

const RUN_COLUMNS = [
  ["caseId", "VARCHAR"],
  ["eventSeq", "DOUBLE"],
  ["at", "VARCHAR"],
  // The moment of the features: that of the run, or the earliest that could still be read.
  ["readAt", "VARCHAR"],
  // The legal day then.
  ["readOn", "VARCHAR"],
  [HITS_COLUMN, "VARCHAR[]"],
  ["storedLane", "VARCHAR"],
  ["storedBasis", "VARCHAR"],
  ["storedCriteria", "VARCHAR[]"],
  ["storedPolicy", "DOUBLE"],
  ["storedScore", "DOUBLE"],
  ["storedShadow", "VARCHAR[]"],
  ["storedFailed", "VARCHAR[]"],
] as const;

/** Of a table that was read; null is missing. */
export type Column = readonly (FeatureValue | null)[];

type RunColumn = (typeof RUN_COLUMNS)[number][0];
export const RUN_COLUMN_NAMES: readonly RunColumn[] = RUN_COLUMNS.map(([name]) => name);

/** A run as its row holds it, beside its features. */
export function runColumns(
  { caseId, eventSeq, at, stored, now }: ReplayedRun,
  { at: readAt, day: readOn }: Pick<RiskRow, "at" | "day">,
): Readonly<Record<RunColumn, unknown>> {
  return {
    caseId,
    eventSeq,
    at,
    readAt,
    readOn,
    [HITS_COLUMN]: [...now.criteria, ...now.shadow],
    storedLane: stored.lane,
    storedBasis: stored.basis,
    storedCriteria: stored.criteria,
    storedPolicy: stored.policy,
    storedScore: stored.score,
    storedShadow: stored.shadow,
    storedFailed: stored.failed,
  };
}

/** Reads them back: columns in the order of `RUN_COLUMN_NAMES`. */
export function runReader(columns: readonly Column[]) {
  const byName = new Map(RUN_COLUMN_NAMES.map((name, index) => [name, columns[index]]));
  const found = (name: RunColumn, at: number) => byName.get(name)?.[at];
  return (at: number) => {
    const text = (name: RunColumn) => String(found(name, at));
    const texts = (name: RunColumn) => found(name, at) as readonly string[];
    const score = found("storedScore", at);
    const stored: StoredRun = {
      lane: text("storedLane") as Lane,
      basis: text("storedBasis"),
      criteria: texts("storedCriteria"),
      policy: Number(found("storedPolicy", at)),
      shadow: texts("storedShadow"),
      failed: texts("storedFailed"),
      ...(typeof score === "number" ? { score } : {}),
    };
    const eventSeq = Number(found("eventSeq", at));
    return {
      about: { caseId: text("caseId"), eventSeq, at: text("at") },
      readAt: text("readAt"),
      readOn: text("readOn"),
      stored,
    };
  };
}

export function featureColumns(
  scope: FeatureScope,
): readonly (readonly [name: string, type: string])[] {
  const own = FEATURES.filter((feature) => feature.scope === scope).map(
    ({ name, type }): [string, string] => [name, TYPES[type]],
  );
  return [[RUN_COLUMN, "INTEGER"], ...(scope === "item" ? [] : RUN_COLUMNS), ...own];
}
