/**
 * Which rows are held out. What is to be said of tomorrow is best asked of the newest; where nobody knows which these are,
 * rows are drawn by chance, of each result the same share, since a table may be sorted by anything, by the result itself too.
 */
import { sample, seeded } from "../random.ts";
import type { Table, TableSchema } from "../table/schema.ts";
import { newestLast } from "./newest-last.ts";

export type RowOrder = "of-time" | "unknown";
/** `one-result`: none, as what is held out or what is left would have one result only. */
export type HeldOutRows = "newest" | "drawn" | "none" | "one-result";

interface HoldOut {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly holdOut?: number;
  readonly rowOrder?: RowOrder;
  readonly seed: number;
}

/** Numbers of rows. */
type HeldOutParts =
  | { readonly which: "none" | "one-result" }
  | {
      readonly which: "newest" | "drawn";
      readonly learnt: readonly number[];
      readonly held: readonly number[];
    };

export function heldOutOf(options: HoldOut, target: Uint8Array): HeldOutParts {
  const { table, schema, holdOut = 0, rowOrder = "of-time", seed } = options;
  if (holdOut === 0) return { which: "none" };
  const isOrdered = rowOrder === "of-time" || schema.columns.some(({ kind }) => kind === "date");
  const parts = isOrdered
    ? newest(newestLast(table, schema), holdOut)
    : drawn(target, holdOut, seeded(seed));
  if (isOneResult(target, parts.learnt) || isOneResult(target, parts.held)) {
    return { which: "one-result" };
  }
  return { which: isOrdered ? "newest" : "drawn", ...parts };
}

function newest(order: readonly number[], share: number) {
  const learnt = order.length - Math.round(order.length * share);
  return { learnt: order.slice(0, learnt), held: order.slice(learnt) };
}

/** Of each result at least one row, and never all. */
function drawn(target: Uint8Array, share: number, random: () => number) {
  const held = [0, 1].flatMap((result) => {
    const rows = [...target.keys()].filter((row) => target[row] === result);
    const count = Math.min(rows.length - 1, Math.max(1, Math.round(rows.length * share)));
    return Array.from(sample(rows.length, count, random), (at) => rows[at] ?? 0);
  });
  const isHeld = new Set(held);
  return {
    learnt: [...target.keys()].filter((row) => !isHeld.has(row)),
    held: held.sort((a, b) => a - b),
  };
}

function isOneResult(target: Uint8Array, rows: readonly number[]): boolean {
  return new Set(rows.map((row) => target[row])).size < 2;
}
