import type { MainPath, SupportingDocuments } from "../declarations/contract.ts";
import type { NotificationRecords } from "../notifications/contract.ts";

/** What the published routes of a country work with. */
export interface NationalApiRoom {
  readonly mainPath: MainPath;
  readonly documents: Pick<SupportingDocuments, "saveUpload">;
  readonly notifications: NotificationRecords;
}
