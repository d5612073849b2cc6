import type { NotificationRecords } from "./contract.ts";
import type { SubscriptionStore } from "./store/notification-store.ts";

export interface NotificationsRoom {
  readonly notifications: NotificationRecords;
  readonly subscriptions: SubscriptionStore;
}
