import type { NotificationRecords } from "../../notifications/contract.ts";
import type { Declarations, SupportingDocuments } from "../contract.ts";

/** What the published routes of a country work with. */
export interface NationalApiRoom {
  readonly declarations: Declarations;
  readonly documents: Pick<SupportingDocuments, "saveUpload">;
  readonly notifications: NotificationRecords;
}
