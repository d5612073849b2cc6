import type { OpenDatabase } from "../../storage/database.ts";
import { addSubscriber, listSubscribers, removeSubscriber } from "../../storage/queries/subscribers.ts";
import type { Records } from "../records.ts";

type SubscriptionRecords = Pick<Records, "subscriptions" | "addSubscription" | "deleteSubscription">;

/** Subscriptions hold secrets, so the reader role has no right to their table at all. */
export function subscriptionRecords({ writer }: OpenDatabase): SubscriptionRecords {
  return {
    subscriptions: async (party) =>
      (await listSubscribers(writer, party)).map((row) => ({
        id: row.subscriber_id,
        party: row.party,
        url: row.url,
        active: row.active,
        createdAt: row.created_at,
      })),
    addSubscription: ({ id, party, url, createdAt }, secret) =>
      addSubscriber(writer, { subscriberId: id, party, url, secret, at: createdAt }),
    deleteSubscription: (party, id) => removeSubscriber(writer, party, id),
  };
}
