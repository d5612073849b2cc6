/**
 * Whether a model can score at all. A file can be whole and every tree in it sound, and the model still ask for features
 * that are not made of its columns: it would throw, or read past the end of a row, only when somebody lodges.
 */
import { isDeepStrictEqual } from "node:util";
import {
  depthOf,
  encode,
  explain,
  LearningError,
  type Model,
  profileSets,
  score,
  type Table,
  type TableSchema,
} from "@customhouse/risk";

/** Ways longer than this no learner makes, and nobody would wait for them to be explained. */
const MAX_DEPTH = 128;

type Column = TableSchema["columns"][number];

/**
 * Compares what the model says of itself with what is made of its schema, then has it score and explain a row of which
 * nothing is known and one whose values it has not met. Errors: CH4107, or what scoring itself refuses (CH4101, CH4102).
 */
export function refuseUnsound(model: Model): void {
  const { schema, histories, positions } = model.profiles;
  const learnt = histories.map(({ categories }) => categories);
  refuseOther("histories", learnt, profileSets(schema));
  refuseOther(
    "positions",
    positions.map(({ ratio, within }) => [ratio, within]),
    schema.ratios.flatMap(({ name, within }) => within.map((category) => [name, category])),
  );
  for (const { frauds, seen } of histories) {
    if (frauds.some((count, key) => count < 0 || count > (seen[key] ?? 0))) {
      throw unsound("a history has more findings than cases");
    }
  }
  const depths = model.members.flatMap(({ trees }) => trees.map(depthOf));
  if (depths.some((depth) => depth > MAX_DEPTH)) throw unsound("a tree is too deep");
  const made = encode(model.profiles, tableOf(schema, [])).names;
  refuseOther("features", model.features, made);
  tryOn(model, tableOf(schema, [() => "", unmet]));
}

/** Errors: CH4107 where a score or an explanation of a row is no number, or what scoring itself refuses. */
export function tryOn(model: Model, table: Table): void {
  const scores = score(model, table);
  scores.forEach((probability, row) => {
    const { expectedLogOdds, contributions } = explain(model, table, row);
    const numbers = [probability, expectedLogOdds, ...contributions.map(({ logOdds }) => logOdds)];
    if (!numbers.every(Number.isFinite)) throw unsound("a score of it is no number");
  });
}

/** A table of as many rows as are given ways to fill a cell, with the columns that the schema names. */
function tableOf({ id, columns }: TableSchema, rows: readonly ((column: Column) => string)[]) {
  const cells = columns.map((column): [string, readonly string[]] => [
    column.name,
    rows.map((cellOf) => cellOf(column)),
  ]);
  const ids: [string, readonly string[]] = [id, rows.map((_, row) => String(row))];
  return { rows: rows.length, columns: new Map([ids, ...cells]) };
}

/** A value of the right kind that was in no table that anybody learnt from. */
function unmet({ kind }: Column): string {
  if (kind === "number") return "1";
  return kind === "date" ? "2026-01-01" : "\u0001";
}

function refuseOther(part: string, found: readonly unknown[], expected: readonly unknown[]): void {
  if (isDeepStrictEqual(found, expected)) return;
  const at = expected.findIndex((one, index) => !isDeepStrictEqual(one, found[index]));
  const named = JSON.stringify(found[at < 0 ? expected.length : at] ?? "none").slice(0, 100);
  throw unsound(`its ${part} are not those of its columns: ${named}`);
}

function unsound(why: string): LearningError {
  return new LearningError("CH4107", why);
}
