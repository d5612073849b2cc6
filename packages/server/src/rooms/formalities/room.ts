import type { CaseHistory } from "../declarations/contract.ts";
import type { Formalities } from "./contract.ts";

export interface FormalitiesRoom {
  readonly history: CaseHistory;
  readonly formalities: Formalities;
}
