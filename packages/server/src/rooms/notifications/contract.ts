import type { Page, PageRequest } from "../../platform/storage/page.ts";
import type { ReaderScope } from "../../platform/storage/reader-scope.ts";
import type { StoredNotification } from "./stored-notification.ts";

export {
  conversationOf,
  notificationId,
  notificationView,
  notificationXml,
  parseNotificationId,
} from "./notification-view.ts";
export type { StoredNotification };

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
