/** The table of this room: alarms of containers. Only the files of the room name it. */
import type { Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";

interface ContainerAlarmTable {
  alarm_id: string;
  container: string;
  kind: string;
  /** When it went off. */
  at: string;
  location: string | null;
  source: string | null;
  reported_by: string;
  recorded_at: string;
  idempotency_key: string | null;
  request_digest: string;
}

export type CargoTables = {
  container_alarm: ContainerAlarmTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function cargoTables(db: Kysely<Database>) {
  return db.$extendTables<CargoTables>();
}
