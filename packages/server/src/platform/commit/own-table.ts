/**
 * The table of what only cases of one sort have, beside the envelope that all have. Whoever stores a sort of case describes
 * its table; the commit path writes a row of it with the case, whatever the table is.
 */
import {
  int4Array,
  jsonbArray,
  textArray,
  timestampArray,
  uuidArray,
} from "../storage/binary-array.ts";

interface ColumnValues {
  readonly text: string | null;
  readonly int: number | null;
  readonly timestamptz: string;
  readonly jsonb: unknown;
}

type ColumnType = keyof ColumnValues;

type Columns = Readonly<Record<string, ColumnType>>;

export interface OwnTable {
  readonly name: string;
  readonly columns: Columns;
  readonly insert: PreparedStatement;
  readonly update: PreparedStatement;
}

interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

export interface OwnRow {
  readonly table: OwnTable;
  /** By name of the column. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** `case_id` is its primary key and is not named. Returns what makes a row of the table. */
export function ownTable<const T extends Columns>(
  name: string,
  columns: T,
): (values: { readonly [Column in keyof T]: ColumnValues[T[Column]] }) => OwnRow {
  const names = Object.keys(columns);
  const types = names.map((column, index) => `$${index + 2}::${columns[column]}[]`);
  const batch = `unnest($1::uuid[], ${types.join(", ")}) AS b(case_id, ${names.join(", ")})`;
  const list = (of: string) => names.map((column) => `${of}.${column}`).join(", ");
  const table: OwnTable = {
    name,
    columns,
    insert: {
      name: `insert_${name}`,
      text: `INSERT INTO ${name} (case_id, ${names.join(", ")}) SELECT * FROM ${batch}`,
    },
    // Most acts change little: a row that stays as it is is not written.
    update: {
      name: `update_${name}`,
      text: `UPDATE ${name} AS own SET ${names.map((column) => `${column} = b.${column}`).join(", ")}
        FROM ${batch} WHERE own.case_id = b.case_id AND (${list("own")}) IS DISTINCT FROM (${list("b")})`,
    },
  };
  return (values) => ({ table, values });
}

const ARRAYS: { readonly [Type in ColumnType]: (items: readonly never[]) => Buffer } = {
  text: textArray,
  int: int4Array,
  timestamptz: timestampArray,
  jsonb: jsonbArray,
};

export interface OwnWrite {
  readonly caseId: string;
  readonly own: OwnRow;
}

/** The parameters of a statement of the table. */
export function ownColumns(table: OwnTable, writes: readonly OwnWrite[]): Buffer[] {
  return [
    uuidArray(writes.map(({ caseId }) => caseId)),
    ...Object.entries(table.columns).map(([column, type]) =>
      ARRAYS[type](writes.map(({ own }) => own.values[column] as never)),
    ),
  ];
}
