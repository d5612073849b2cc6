/** What other rooms ask of the log. */
import type { ReceiptItem } from "@customhouse/trust";
import type { SealedFields } from "../../platform/commit/act-digests.ts";
import type { Disclosure } from "../../platform/commit/open-leaf.ts";

export interface ReceiptsOf {
  readonly caseId: string;
  /** MRN, or number of a formality. */
  readonly number: string;
  readonly sealedFields: SealedFields;
  /** Absent: proofs alone, for who keeps the system and may not read what happened. */
  readonly disclosure?: Disclosure;
}

export interface LogRecords {
  receipts(of: ReceiptsOf): Promise<readonly ReceiptItem[]>;
}
