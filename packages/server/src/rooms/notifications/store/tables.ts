/** The tables of this room: who is sent notifications, and what was fetched or sent. Only the files of the room name them. */
import type { Generated, Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";

interface PulledTable {
  party: string;
  case_id: string;
  seq: number;
  pulled_at: string;
}

interface SubscriberTable {
  subscriber_id: string;
  party: string;
  url: string;
  secret: string;
  active: Generated<boolean>;
  created_at: string;
}

interface SubscriberCursorTable {
  subscriber_id: string;
  position: Generated<bigint>;
  failures: Generated<number>;
  next_attempt_at: string;
  claimed_by: string | null;
  claimed_until: string | null;
}

interface DeliveryAttemptTable {
  subscriber_id: string;
  position: bigint;
  attempt: number;
  at: string;
  outcome: string;
  status: number | null;
  duration_ms: number;
}

export type NotificationTables = {
  pulled: PulledTable;
  subscriber: SubscriberTable;
  subscriber_cursor: SubscriberCursorTable;
  delivery_attempt: DeliveryAttemptTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function notificationTables(db: Kysely<Database>) {
  return db.$extendTables<NotificationTables>();
}
