/** Who is told by webhook, and how far each has been told. */
import type { Kysely, Selectable } from "kysely";
import { sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { type NotificationTables, notificationTables } from "./tables.ts";

const MAX_SUBSCRIBERS_PER_PARTY = 100;

export type SubscriberRow = Selectable<NotificationTables["subscriber"]>;

export interface NewSubscriber {
  readonly subscriberId: string;
  readonly party: string;
  readonly url: string;
  /** Standard Webhooks secret: `whsec_` and base64. */
  readonly secret: string;
  readonly at: string;
  /** Begin after this position; default: only what comes from now on. */
  readonly position?: bigint;
}

export async function addSubscriber(db: Kysely<Database>, added: NewSubscriber): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await notificationTables(transaction)
      .insertInto("subscriber")
      .values({
        subscriber_id: added.subscriberId,
        party: added.party,
        url: added.url,
        secret: added.secret,
        created_at: added.at,
      })
      .execute();
    await notificationTables(transaction)
      .insertInto("subscriber_cursor")
      .values({
        subscriber_id: added.subscriberId,
        position: added.position ?? (await lastPosition(transaction, added.party)),
        next_attempt_at: sql`clock_timestamp()`,
      })
      .execute();
  });
}

async function lastPosition(db: Kysely<Database>, party: string): Promise<bigint> {
  const row = await db
    .selectFrom("party_position")
    .select("position")
    .where("party", "=", party)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 0n;
}

export async function listSubscribers(
  db: Kysely<Database>,
  party: string,
): Promise<Omit<SubscriberRow, "secret">[]> {
  return notificationTables(db)
    .selectFrom("subscriber")
    .select(["subscriber_id", "party", "url", "active", "created_at"])
    .where("party", "=", party)
    .orderBy("created_at")
    .limit(MAX_SUBSCRIBERS_PER_PARTY)
    .execute();
}

export async function removeSubscriber(
  db: Kysely<Database>,
  party: string,
  subscriberId: string,
): Promise<boolean> {
  const result = await notificationTables(db)
    .deleteFrom("subscriber")
    .where("subscriber_id", "=", subscriberId)
    .where("party", "=", party)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Delivers again from any position: everything after it is sent once more, in order. */
export async function replayFrom(
  db: Kysely<Database>,
  subscriberId: string,
  position: bigint,
): Promise<boolean> {
  const result = await notificationTables(db)
    .updateTable("subscriber_cursor")
    .set({
      position,
      failures: 0,
      next_attempt_at: sql`clock_timestamp()`,
      claimed_by: null,
      claimed_until: null,
    })
    .where("subscriber_id", "=", subscriberId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
