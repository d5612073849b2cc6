/** The tables of this room: unfinished declarations. Only the files of the room name them. */
import type { Kysely } from "kysely";
import type { Database, Json } from "../../platform/storage/tables.ts";

interface DraftTable {
  draft_id: string;
  declarant: string;
  title: string;
  version: number;
  body: Json;
  updated_at: string;
}

export type DraftTables = {
  draft: DraftTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function draftTables(db: Kysely<Database>) {
  return db.$extendTables<DraftTables>();
}
