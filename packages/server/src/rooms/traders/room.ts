import type { Formalities } from "../formalities/contract.ts";
import type { NotificationRecords } from "../notifications/contract.ts";
import type { Traders } from "./contract.ts";
import type { TraderStore } from "./store/trader-store.ts";

export interface TradersRoom {
  readonly traders: Traders;
  readonly formalities: Formalities;
  readonly notifications: NotificationRecords;
  readonly store: TraderStore;
}
