/** What the columns of a table of declarations mean to a learner. It is a small JSON file beside the table. */
import { DAY_MS } from "@customhouse/model";
import { LearningError } from "../errors.ts";

export type Column =
  | {
      readonly name: string;
      readonly kind: "category";
      /** Codes are padded with zeros on the left to this length, as tables lose them (HS chapter 01). */
      readonly digits?: number;
      /** Lengths of prefixes that mean something by themselves, as 2 and 4 do in the HS. */
      readonly prefixes?: readonly number[];
    }
  | { readonly name: string; readonly kind: "number" }
  /** `YYYY-MM-DD`. Gives month, day of month and day of the week. */
  | { readonly name: string; readonly kind: "date" };

export interface TableSchema {
  /** Column that identifies a row. */
  readonly id: string;
  /** Columns that are known when a declaration is lodged. Any other column is not looked at. */
  readonly columns: readonly Column[];
  /** Sets of categories whose history is kept together, as importer with HS code. A prefix is written `HS6 Code/4`. */
  readonly profiles: readonly (readonly string[])[];
  /** Quotients of two number columns, as price by mass; each is also placed within the categories named. */
  readonly ratios: readonly {
    readonly name: string;
    readonly of: string;
    readonly by: string;
    readonly within: readonly string[];
  }[];
  /** Features that may act in one direction only: 1 rising, -1 falling. */
  readonly monotone?: Readonly<Record<string, 1 | -1>>;
}

/** A table by columns. Text columns hold what was written; the empty text is missing. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

export function columnOf(table: Table, name: string): readonly string[] {
  const column = table.columns.get(name);
  if (column === undefined) throw new LearningError("CH4101", `there is no column ${name}`);
  return column;
}

type Category = Extract<Column, { readonly kind: "category" }>;

/**
 * The category that a name means, or the prefix of one, as in `HS6 Code/4`. A column whose own name has a slash is found
 * first. Undefined: the name means neither.
 */
export function categoryNamed(
  { columns }: TableSchema,
  name: string,
): { readonly category: Category; readonly prefix?: number } | undefined {
  const named = (wanted: string) =>
    columns.find(
      (column): column is Category => column.kind === "category" && column.name === wanted,
    );
  const whole = named(name);
  if (whole !== undefined) return { category: whole };
  const [, base = "", prefix = ""] = /^(.*)\/([1-9]\d?)$/s.exec(name) ?? [];
  const category = named(base);
  return category && { category, prefix: Number(prefix) };
}

/** The text column of a category or of one of its prefixes. Errors: CH4101. */
export function categoryOf(table: Table, schema: TableSchema, name: string): readonly string[] {
  const found = categoryNamed(schema, name);
  if (found === undefined)
    throw new LearningError("CH4101", `${name} is not a category of the schema`);
  const { category, prefix } = found;
  const values = columnOf(table, category.name);
  const { digits } = category;
  if (digits === undefined && prefix === undefined) return values;
  return values.map((value) => {
    if (value === "") return "";
    return (digits === undefined ? value : value.padStart(digits, "0")).slice(0, prefix);
  });
}

/**
 * Numbers of a column; what is missing is NaN. What is no number, or beyond single precision, which features are held in, is
 * an error that names the row: no quantity of goods is so large, so that it is a mistake that somebody can mend.
 */
export function numbersOf(table: Table, name: string): Float64Array {
  const column = columnOf(table, name);
  return Float64Array.from(column, (text, row) => {
    if (text === "") return Number.NaN;
    const value = Number(text);
    if (Number.isFinite(Math.fround(value))) return value;
    throw new LearningError("CH4102", `row ${row + 1}: ${name} is ${text.slice(0, 40)}, no number`);
  });
}

/**
 * Days of a date column, counted from the first of 1970 on; what is missing is NaN. What is no ISO day (`2026-01-31`) is an
 * error that names the row: of `05/01/2026` nobody knows the month, and as a text it would stand before `06/01/2020`.
 */
export function daysOf(table: Table, name: string): Float64Array {
  const column = columnOf(table, name);
  return Float64Array.from(column, (text, row) => {
    if (text === "") return Number.NaN;
    const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
    // The thirtieth of February would read as a day of March.
    if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)) return ms / DAY_MS;
    throw new LearningError("CH4102", `row ${row + 1}: ${name} is ${text.slice(0, 40)}, no day`);
  });
}

/** 0 or 1 for each row. */
export function targetOf(table: Table, name: string): Uint8Array {
  const column = columnOf(table, name);
  const target = Uint8Array.from(column, (text, row) => {
    if (text === "0" || text === "1") return Number(text);
    throw new LearningError("CH4103", `row ${row + 1}: ${name} is ${text.slice(0, 40) || "empty"}`);
  });
  return target;
}

/** The rows that are named, in the order in which they are named. */
export function pickRows(table: Table, rows: ArrayLike<number>): Table {
  const numbers = Array.from(rows);
  const columns = [...table.columns].map(([name, column]): [string, readonly string[]] => [
    name,
    numbers.map((row) => column[row] ?? ""),
  ]);
  return { rows: numbers.length, columns: new Map(columns) };
}

/** One table after the other; the columns of the first count. */
export function joined(tables: readonly Table[]): Table {
  const [first, ...others] = tables;
  if (first === undefined) throw new LearningError("CH4109", "there are no tables");
  const columns = [...first.columns].map(([name, column]): [string, readonly string[]] => [
    name,
    others.reduce((sum, other) => sum.concat(columnOf(other, name)), column),
  ]);
  return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), columns: new Map(columns) };
}
