/** Rows of declarations as a table to learn from and to score: a row of the table for each goods item. */
import type { Table, TableSchema } from "../table/schema.ts";
import { type CellValues, cellText, type DeclarationRow, isOfItem, valueName } from "./row.ts";

/** The column to learn: 1 where a control found something. */
export const FINDING_COLUMN = "finding";

export interface LabelledRow {
  readonly caseId: string;
  readonly row: DeclarationRow;
  /** Items that a control found something on; `all`: the declaration as a whole. Absent: nothing is known. */
  readonly found?: ReadonlySet<number> | "all";
}

/**
 * The columns of the schema, and the column `finding` where all rows are labelled. Declarations without items give no row.
 */
export function tableOfRows(
  { id, columns: named }: Pick<TableSchema, "id" | "columns">,
  rows: readonly LabelledRow[],
): Table {
  const ids: string[] = [];
  const findings: string[] = [];
  const columns = named.map(({ name }): [string, string[]] => [name, []]);
  const labelled = rows.every(({ found }) => found !== undefined);
  for (const { caseId, row, found } of rows) {
    for (const [index, item] of row.items.entries()) {
      const sequence = typeof item.sequence === "number" ? item.sequence : index + 1;
      ids.push(`${caseId}/${sequence}`);
      if (labelled) findings.push(found === "all" || found?.has(sequence) ? "1" : "0");
      for (const [name, column] of columns) column.push(cellOf(row, item, name));
    }
  }
  const labels: [string, string[]][] = labelled ? [[FINDING_COLUMN, findings]] : [];
  return { rows: ids.length, columns: new Map([[id, ids], ...columns, ...labels]) };
}

function cellOf({ declaration }: DeclarationRow, item: CellValues, column: string): string {
  return cellText((isOfItem(column) ? item : declaration)[valueName(column)]);
}
