/** The tables of this room: imported tariffs. Only the files of the room name them. */
import type { ColumnType, Generated, Kysely } from "kysely";
import type { Database, Json } from "../../platform/storage/tables.ts";

interface TariffVersionTable {
  version: Generated<number>;
  state: "draft" | "tried" | "active" | "superseded" | "rejected";
  measures: Json;
  measure_count: number;
  digest: string;
  note: string;
  created_by: string;
  created_at: string;
  activated_at: ColumnType<string | null, string | undefined, string>;
  report: ColumnType<unknown, string | undefined, string>;
}

export type TariffTables = {
  tariff_version: TariffVersionTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function tariffTables(db: Kysely<Database>) {
  return db.$extendTables<TariffTables>();
}
