/** The interface of the log room for other rooms. */
import type { ReceiptItem } from "@customhouse/trust";
import type { SealedFields } from "../../platform/commit/act-digests.ts";
import type { Disclosure } from "../../platform/commit/open-leaf.ts";

export interface ReceiptsOf {
  readonly caseId: string;
  /** MRN, or number of a formality. */
  readonly number: string;
  readonly sealedFields: SealedFields;
  /** Absent for administrators, who may verify the proofs but not read the events. */
  readonly disclosure?: Disclosure;
}

export interface LogRecords {
  receipts(of: ReceiptsOf): Promise<readonly ReceiptItem[]>;
}
