/** Feature rows as columns: one table of declarations and one of items, which name their declaration by its number. */
import { FEATURES } from "@customhouse/risk";

type Scope = "declaration" | "item";

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
export const FAILED_COLUMN = "failed";

export function featureColumns(scope: Scope): readonly (readonly [name: string, type: string])[] {
  const own = FEATURES.filter((feature) => feature.scope === scope).map(
    ({ name, type }): [string, string] => [name, TYPES[type]],
  );
  if (scope === "item") return [[RUN_COLUMN, "INTEGER"], ...own];
  return [
    [RUN_COLUMN, "INTEGER"],
    ["caseId", "VARCHAR"],
    [HITS_COLUMN, "VARCHAR[]"],
    [FAILED_COLUMN, "VARCHAR[]"],
    ...own,
  ];
}
