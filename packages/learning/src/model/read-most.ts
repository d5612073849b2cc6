/** Which columns of a table a model asks about, and how much. */
import type { Model } from "./model.ts";

/**
 * Columns of a model of trees: first those that most rows of the training data were asked about. A linear
 * model asks everybody about all, in its order.
 */
export function readMost({ features, members, linear }: Model): readonly string[] {
  const asked = new Float64Array(features.length);
  for (const { trees } of members) {
    for (const { feature, cover } of trees) {
      for (const [node, column] of feature.entries()) {
        if (column >= 0) asked[column] = (asked[column] ?? 0) + (cover[node] ?? 0);
      }
    }
  }
  const order = [...features.keys()]
    .filter((column) => linear !== undefined || (asked[column] ?? 0) > 0)
    .sort((a, b) => (asked[b] ?? 0) - (asked[a] ?? 0) || a - b);
  return [...new Set(order.flatMap((column) => madeOf(features[column] ?? "")))];
}

/** A column is a feature as it is, or a history of one or several (table/profiles.ts). */
function madeOf(column: string): readonly string[] {
  const [, of = column] = column.split(": ");
  return of.split(" x ");
}
