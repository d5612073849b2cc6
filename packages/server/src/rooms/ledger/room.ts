import type { FormalityRecords } from "../formalities/contract.ts";
import type { LedgerStore } from "./store/ledger-store.ts";

export interface LedgerRoom {
  readonly formalities: FormalityRecords;
  readonly store: LedgerStore;
}
