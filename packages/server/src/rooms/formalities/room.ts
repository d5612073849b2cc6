import type { CaseHistory } from "../declarations/contract.ts";
import type { LogRecords } from "../log/contract.ts";
import type { Formalities } from "./contract.ts";

export interface FormalitiesRoom {
  readonly history: CaseHistory;
  readonly formalities: Formalities;
  readonly log: LogRecords;
}
