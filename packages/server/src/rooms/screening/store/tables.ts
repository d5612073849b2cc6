/** The table of watch lists. Those of hits and parties are named in statements alone. */
import type { ColumnType, Kysely } from "kysely";
import type { Database, Json } from "../../../platform/storage/tables.ts";

interface ScreeningListTable {
  list: string;
  version: string;
  state: "draft" | "active" | "superseded" | "rejected";
  source: string;
  licence: string;
  retrieved_at: string;
  entry_count: number;
  digest: string;
  changes: Json;
  broken: Json;
  entries: Uint8Array;
  imported_by: string;
  imported_at: string;
  activated_by: ColumnType<string | null, undefined, string>;
  activated_at: ColumnType<string | null, undefined, string>;
}

export type ScreeningTables = {
  screening_list: ScreeningListTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function screeningTables(db: Kysely<Database>) {
  return db.$extendTables<ScreeningTables>();
}
