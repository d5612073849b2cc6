/** The tables of this room: watch lists, the parties that are compared with them, and the hits. */
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

interface ScreeningPartyTable {
  digest: string;
  party_key: string;
  body: Json;
  last_seen: Date;
  last_case: string | null;
  /** The lists in force when it was last screened; null: not yet. */
  screened_with: string | null;
}

interface ScreeningWaitingTable {
  case_id: string;
  party_digest: string;
}

interface ScreeningHitTable {
  hit_id: string;
  party_key: string;
  list: string;
  entry_id: string;
  pair_digest: string;
  state: string;
  body: Json;
  found_at: string;
  found_with: string;
  retroactive: boolean;
  changed_at: string;
  keep_until: Date;
}

interface ScreeningHitCaseTable {
  hit_id: string;
  case_id: string;
}

export type ScreeningTables = {
  screening_list: ScreeningListTable;
  screening_party: ScreeningPartyTable;
  screening_waiting: ScreeningWaitingTable;
  screening_hit: ScreeningHitTable;
  screening_hit_case: ScreeningHitCaseTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function screeningTables(db: Kysely<Database>) {
  return db.$extendTables<ScreeningTables>();
}
