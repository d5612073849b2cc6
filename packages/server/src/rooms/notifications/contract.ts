/** What other rooms ask of notifications. */
import type { WcoDocument } from "@customhouse/model";
import type { ErasedBody } from "../../platform/http/erased.ts";
import type { Page, PageRequest } from "../../platform/storage/page.ts";
import type { ReaderScope } from "../../platform/storage/reader-scope.ts";

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

export interface NotificationRecords {
  ofCase(caseId: string, party?: string): Promise<readonly StoredNotification[]>;
  ofParty(scope: ReaderScope, party: string, page: PageRequest): Promise<Page<StoredNotification>>;
  one(caseId: string, seq: number): Promise<StoredNotification | undefined>;
  /** Of a party that pulls one by one: those it has read, or not yet. */
  pullList(
    party: string,
    which: "unpulled" | "pulled",
    limit: number,
  ): Promise<readonly StoredNotification[]>;
  /** Records that it was read. */
  markPulled(party: string, caseId: string, seq: number): Promise<void>;
}
