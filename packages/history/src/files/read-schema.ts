/** The small file that says what the columns of a table mean. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { schemaOfJson, type TableSchema } from "@customhouse/learning/tables";

/** The schema of the public import declarations, which is taken when none is named. */
export const READY_SCHEMA = path.resolve(
  import.meta.dirname,
  "../../schemas/import-declarations.json",
);

/** Errors: CH4108. */
export async function readSchema(file: string): Promise<TableSchema> {
  return schemaOfJson(await readFile(file));
}
