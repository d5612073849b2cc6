import type { LogRecords } from "../log/contract.ts";
import type { NotificationRecords } from "../notifications/contract.ts";
import type { Declarations } from "./contract.ts";
import type { DeclarationStore } from "./store/declaration-store.ts";
import type { QueueStore } from "./store/queues.ts";

/** The contracts and stores that the operations on declarations use: those of traders, officers and agencies. */
export interface DeclarationsRoom {
  readonly declarations: Declarations;
  readonly store: DeclarationStore;
  readonly queues: QueueStore;
  readonly notifications: NotificationRecords;
  readonly log: LogRecords;
}
