import type { CaseHistory, SupportingDocuments } from "../declarations/contract.ts";
import type { RiskDesk } from "./desk.ts";

export interface RiskRoom {
  readonly declarations: CaseHistory & SupportingDocuments;
  readonly desk: RiskDesk;
}
