/**
 * A declaration as a scorer sees it: values of its own, and those of each goods item. The column of a table that such rows
 * are laid in is named `declaration.` or `item.` and the name of the value.
 */
export type CellValue = string | number | boolean | readonly string[];
/** By name; what is missing is absent or undefined. */
export type CellValues = Readonly<Record<string, CellValue | undefined>>;

export interface DeclarationRow {
  readonly declaration: CellValues;
  /** In the order of the goods items. */
  readonly items: readonly CellValues[];
}

export function isOfItem(column: string): boolean {
  return column.startsWith("item.");
}

/** The name of the value, without whose it is. */
export function valueName(column: string): string {
  return column.slice(column.indexOf(".") + 1);
}

/** As the cell of a table has it: the empty text is missing. */
export function cellText(value: CellValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}
