/** The tables of this room: operators whom partners have authorised, and keys of registrations that may be alike. Only the files of the room name them. */
import type { ColumnType, Generated, Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";

interface RecognisedListTable {
  arrangement: string;
  digest: string;
  traders: number;
  imported_by: string;
  imported_at: string;
}

interface RecognisedTraderTable {
  id: string;
  arrangement: string;
  type: string;
  valid_from: ColumnType<Date, string, string>;
  valid_to: ColumnType<Date | null, string | null, string | null>;
}

interface TraderKeyTable {
  key: Uint8Array;
  case_id: string;
  kind: Generated<string>;
  digest: Uint8Array;
}

interface TraderKeyMarkTable {
  one: Generated<boolean>;
  at: string;
}

export type TraderTables = {
  recognised_list: RecognisedListTable;
  recognised_trader: RecognisedTraderTable;
  trader_key: TraderKeyTable;
  trader_key_mark: TraderKeyMarkTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function traderTables(db: Kysely<Database>) {
  return db.$extendTables<TraderTables>();
}
