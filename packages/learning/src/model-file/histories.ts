/** What was learnt of categories and ratios, put together from lists and looked at as if an enemy had written them. */
import { BrokenFile } from "../files/broken-file.ts";
import type { History as CategoryHistory, Position } from "../table/profiles.ts";

/** Beyond every logarithm of a quotient of two numbers. */
const MAX_LOGARITHM = 2_000;

export interface HistoryLists {
  readonly categories: readonly string[];
  readonly keys: readonly string[];
  readonly frauds: Float64Array;
  readonly seen: Float64Array;
}

/** Throws `BrokenFile`. */
export function historyOf({ categories, keys, frauds, seen }: HistoryLists): CategoryHistory {
  const isCount = (count: number) => count >= 0 && Number.isFinite(count);
  const sound =
    keys.length === frauds.length &&
    keys.length === seen.length &&
    seen.every(isCount) &&
    frauds.every((count, at) => isCount(count) && count <= (seen[at] ?? 0));
  if (!sound) throw new BrokenFile("a history in it is not sound");
  return { categories, keys: new Map(keys.map((key, id) => [key, id])), frauds, seen };
}

export interface PositionLists {
  readonly ratio: string;
  readonly within: string;
  readonly groups: readonly string[];
  readonly medians: Float64Array;
  readonly spreads: Float64Array;
}

/** Throws `BrokenFile`. */
export function positionOf({ ratio, within, groups, medians, spreads }: PositionLists): Position {
  const sound =
    medians.every((median) => Math.abs(median) <= MAX_LOGARITHM) &&
    spreads.every((spread) => spread >= 0 && spread <= MAX_LOGARITHM);
  if (!sound) throw new BrokenFile("a position in it is not sound");
  const placeAt = (at: number) => [medians[at] ?? 0, spreads[at] ?? 0] as const;
  return { ratio, within, places: new Map(groups.map((group, at) => [group, placeAt(at)])) };
}
