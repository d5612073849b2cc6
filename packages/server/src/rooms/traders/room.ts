import type { MainPath } from "../declarations/contract.ts";
import type { FormalityRecords } from "../formalities/contract.ts";
import type { NotificationRecords } from "../notifications/contract.ts";
import type { TraderStore } from "./store/trader-store.ts";

export interface TradersRoom {
  readonly mainPath: MainPath;
  readonly formalities: FormalityRecords;
  readonly notifications: NotificationRecords;
  readonly store: TraderStore;
}
