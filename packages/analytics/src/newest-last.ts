/** Row numbers in the order of time: by the first date column of the schema, else as they stand. */
import { columnOf, type Table, type TableSchema } from "@customhouse/risk";

export function newestLast(table: Table, schema: TableSchema): readonly number[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const date = schema.columns.find(({ kind }) => kind === "date");
  if (date === undefined) return rows;
  const days = columnOf(table, date.name);
  const day = (row: number) => days[row] ?? "";
  return rows.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
}
