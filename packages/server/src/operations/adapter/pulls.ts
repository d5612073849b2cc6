/** Which notifications a party has pulled one by one: the published APIs of some countries tell them apart. */
import type { StoredNotification } from "../records.ts";

export interface Pulls {
  list(
    party: string,
    which: "unpulled" | "pulled",
    limit: number,
  ): Promise<readonly StoredNotification[]>;
  /** Records that it was read. */
  mark(party: string, caseId: string, seq: number): Promise<void>;
}
