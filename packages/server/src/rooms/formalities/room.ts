import type { CaseHistory, MainPath } from "../declarations/contract.ts";
import type { FormalityRecords } from "./contract.ts";

export interface FormalitiesRoom {
  readonly mainPath: MainPath;
  readonly declarations: CaseHistory;
  readonly formalities: FormalityRecords;
}
