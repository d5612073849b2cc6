/** What the operations on notifications and subscriptions read and write. */
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { NotificationRecords, StoredNotification } from "../contract.ts";
import {
  caseNotifications,
  markPulled,
  type NotificationRow,
  oneNotification,
  partyNotifications,
  pullableNotifications,
} from "./notifications.ts";
import { addSubscriber, listSubscribers, removeSubscriber } from "./subscribers.ts";

export interface Subscription {
  readonly id: string;
  readonly party: string;
  readonly url: string;
  readonly active: boolean;
  readonly createdAt: string;
}

export function createNotificationRecords(
  database: OpenDatabase,
  clock: () => Date,
): NotificationRecords {
  const { writer } = database;
  return {
    ofCase: async (caseId, party) =>
      (await caseNotifications(writer, caseId, { party })).map(notification),
    ofParty: (scope, party, page) =>
      database.readAs(scope, async (reader) => {
        const after = page.after === undefined ? 0n : BigInt(page.after);
        const found = await partyNotifications(reader, party, { after, limit: page.limit });
        return { ...found, items: found.items.map(notification) };
      }),
    one: async (caseId, seq) => {
      const row = await oneNotification(writer, caseId, seq);
      return row && notification(row);
    },
    pullList: async (party, which, limit) =>
      (await pullableNotifications(writer, party, which, limit)).map(notification),
    markPulled: (party, caseId, seq) =>
      markPulled(writer, { party, caseId, seq, at: clock().toISOString() }),
  };
}

export type SubscriptionStore = ReturnType<typeof createSubscriptionStore>;

export function createSubscriptionStore({ writer }: Pick<OpenDatabase, "writer">) {
  return {
    list: async (party: string): Promise<readonly Subscription[]> =>
      (await listSubscribers(writer, party)).map((row) => ({
        id: row.subscriber_id,
        party: row.party,
        url: row.url,
        active: row.active,
        createdAt: row.created_at,
      })),
    add: ({ id, party, url, createdAt }: Subscription, secret: string) =>
      addSubscriber(writer, { subscriberId: id, party, url, secret, at: createdAt }),
    remove: (party: string, id: string) => removeSubscriber(writer, party, id),
  };
}

function notification(row: NotificationRow): StoredNotification {
  return {
    caseId: row.case_id,
    seq: row.seq,
    party: row.party,
    position: row.position === null ? undefined : String(row.position),
    functionCode: row.function_code,
    issuedAt: row.issued_at,
    body: row.body as StoredNotification["body"],
  };
}
