/** Row numbers in the order of time: by the first date column of the schema, else as they stand. */
import { daysOf, type Table, type TableSchema } from "../table/schema.ts";

/** Rows without a day come first. Errors: CH4102. */
export function newestLast(table: Table, schema: TableSchema): readonly number[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const date = schema.columns.find(({ kind }) => kind === "date");
  if (date === undefined) return rows;
  const days = daysOf(table, date.name).map((day) => (Number.isNaN(day) ? LONG_AGO : day));
  return rows.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
}

/** Before every day that can be written. */
const LONG_AGO = -1_000_000;
