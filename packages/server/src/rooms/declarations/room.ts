import type { ControlStore } from "../control/store/queues.ts";
import type { LogStore } from "../log/store.ts";
import type { NotificationRecords } from "../notifications/contract.ts";
import type { MainPath } from "./contract.ts";
import type { DeclarationStore } from "./store/declaration-store.ts";

/** What the operations on declarations work with. */
export interface DeclarationsRoom {
  readonly mainPath: MainPath;
  readonly store: DeclarationStore;
  readonly control: Pick<ControlStore, "reviews">;
  readonly notifications: NotificationRecords;
  readonly log: Pick<LogStore, "receipts">;
}
