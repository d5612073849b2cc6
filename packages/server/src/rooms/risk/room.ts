import type { CaseHistory, SupportingDocuments } from "../declarations/contract.ts";
import type { RiskRecords } from "./risk-records.ts";

export interface RiskRoom {
  readonly declarations: CaseHistory & SupportingDocuments;
  readonly records: RiskRecords;
}
