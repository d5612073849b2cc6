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
  /** For a party that fetches notifications one by one: only those that it has read, or only those that it has not. */
  pullList(
    party: string,
    which: "unpulled" | "pulled",
    limit: number,
  ): Promise<readonly StoredNotification[]>;
  /** Records that the party has read the notification. */
  markPulled(party: string, caseId: string, seq: number): Promise<void>;
}
