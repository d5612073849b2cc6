/** Rows of features as a table to learn from and to score: a row a goods item, a column a feature named with its scope. */
import type { Column, Table, TableSchema } from "../learn/schema.ts";
import { FEATURES } from "./catalogue.ts";
import type { FeatureDefinition, FeatureValue, RiskRow } from "./feature.ts";

const ID = "row";
export const FINDING_COLUMN = "finding";

/** Texts that are words, lists, or names of one thing only, and positions: nothing repeats in them that could be learnt. */
const NOT_LEARNT = new Set([
  "item.description",
  "item.sequence",
  "item.documents",
  "declaration.containers",
  "declaration.transportMeans",
]);

const nameOf = ({ scope, name }: FeatureDefinition) => `${scope}.${name}`;

function columnOf(feature: FeatureDefinition): readonly Column[] {
  const name = nameOf(feature);
  if (NOT_LEARNT.has(name) || feature.type === "list<string>") return [];
  return [{ name, kind: feature.type === "string" ? "category" : "number" }];
}

const COLUMNS = FEATURES.flatMap(columnOf);

/** The schema of such tables. Histories are in the features; profiles add what was found of pairs. */
export const FEATURE_SCHEMA: TableSchema = {
  id: ID,
  columns: COLUMNS,
  profiles: [
    ["declaration.importer", "item.hs4"],
    ["declaration.exporter", "item.hs6"],
    ["item.origin", "item.hs6"],
    ["declaration.declarant", "declaration.office"],
    ["item.hs6", "item.procedure"],
  ],
  ratios: [],
};

export interface LabelledRow {
  readonly caseId: string;
  readonly row: RiskRow;
  /** Items that a control found something on; `all`: the declaration as a whole. Absent: nothing is known. */
  readonly found?: ReadonlySet<number> | "all";
}

/** With the column `finding` where all rows are labelled. Declarations without items give no row. */
export function tableOfRows(rows: readonly LabelledRow[]): Table {
  const ids: string[] = [];
  const findings: string[] = [];
  const columns = COLUMNS.map(({ name }): [string, string[]] => [name, []]);
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
  return { rows: ids.length, columns: new Map([[ID, ids], ...columns, ...labels]) };
}

type Values = RiskRow["items"][number];

function cellOf(row: RiskRow, item: Values, name: string): string {
  const [scope = "", feature = ""] = name.split(".");
  return textOf(scope === "item" ? item[feature] : row.declaration[feature]);
}

function textOf(value: FeatureValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}
