/** Values of a row while it is written. */
import type { FeatureValue } from "./feature.ts";

export type RowValues = Record<string, FeatureValue | undefined>;

/** Leaves out what is missing. A number that is not finite is missing: rules and models see plain numbers only. */
export function put(row: RowValues, name: string, value: FeatureValue | undefined): void {
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) return;
  row[name] = value;
}
