/** The columns of an exported history: plain types that every reader of Parquet knows. */
export type ColumnType =
  | "VARCHAR"
  | "VARCHAR[]"
  | "BIGINT"
  | "DOUBLE"
  | "TIMESTAMPTZ"
  | `STRUCT(${string})[]`;

const ITEM = [
  ["sequence", "BIGINT"],
  ["commodity", "VARCHAR"],
  ["hs2", "VARCHAR"],
  ["hs4", "VARCHAR"],
  ["hs6", "VARCHAR"],
  ["origin", "VARCHAR"],
  ["dispatchCountry", "VARCHAR"],
  ["procedure", "VARCHAR"],
  ["previousProcedure", "VARCHAR"],
  ["netMassKg", "DOUBLE"],
  ["supplementaryQuantity", "DOUBLE"],
  ["value", "DOUBLE"],
  ["currency", "VARCHAR"],
  ["unitPrice", "DOUBLE"],
  ["description", "VARCHAR"],
  ["documents", "VARCHAR[]"],
  ["preference", "VARCHAR"],
] as const;

/** Facts of the declaration that are columns as they are. */
export const FACT_COLUMNS = [
  ["direction", "VARCHAR"],
  ["office", "VARCHAR"],
  ["declarationType", "VARCHAR"],
  ["dataSet", "VARCHAR"],
  ["transportMode", "VARCHAR"],
  ["declarant", "VARCHAR"],
  ["representative", "VARCHAR"],
  ["importer", "VARCHAR"],
  ["exporter", "VARCHAR"],
  ["importerAddress", "VARCHAR"],
  ["consignorCountry", "VARCHAR"],
  ["transportMeans", "VARCHAR"],
  ["containers", "VARCHAR[]"],
  ["totalPackages", "BIGINT"],
  ["grossMassKg", "DOUBLE"],
  ["invoiceTotal", "DOUBLE"],
  ["currency", "VARCHAR"],
  ["itemsLeftOut", "BIGINT"],
  ["items", structList(ITEM)],
] as const satisfies readonly (readonly [string, ColumnType])[];

export const COLUMNS: readonly (readonly [name: string, type: ColumnType])[] = [
  ["position", "BIGINT"],
  ["caseId", "VARCHAR"],
  ["eventSeq", "BIGINT"],
  ["at", "TIMESTAMPTZ"],
  ["visibleAt", "TIMESTAMPTZ"],
  ["playAt", "TIMESTAMPTZ"],
  ["kind", "VARCHAR"],
  ["lane", "VARCHAR"],
  ["basis", "VARCHAR"],
  ["probability", "DOUBLE"],
  ["criteria", "VARCHAR[]"],
  ["policy", "BIGINT"],
  ["score", "DOUBLE"],
  ["shadow", "VARCHAR[]"],
  ["failed", "VARCHAR[]"],
  // What other rooms knew, and what else the run says: JSON, since their parts change with the server.
  ["extras", "VARCHAR"],
  ["more", "VARCHAR"],
  ...FACT_COLUMNS,
  ["control", "VARCHAR"],
  [
    "findings",
    structList([
      ["code", "VARCHAR"],
      ["item", "BIGINT"],
    ]),
  ],
];

function structList(fields: readonly (readonly [string, string])[]): `STRUCT(${string})[]` {
  return `STRUCT(${fields.map(([name, type]) => `"${name}" ${type}`).join(", ")})[]`;
}
