/** A notification as it is stored. */
import type { WcoDocument } from "@customhouse/model";
import type { ErasedBody } from "../../platform/http/erased.ts";

export interface StoredNotification {
  readonly caseId: string;
  readonly seq: number;
  readonly party: string;
  /** Gap-free position among the notifications of its party. Absent until the log has taken it in. */
  readonly position?: string;
  readonly functionCode: string;
  readonly issuedAt: string;
  readonly body: WcoDocument | ErasedBody;
}
