import type { NotificationRecords } from "../../notifications/contract.ts";
import type { Declarations, SupportingDocuments } from "../contract.ts";

/** The contracts and settings that the routes of a country's own API use. */
export interface NationalApiRoom {
  readonly declarations: Declarations;
  readonly documents: Pick<SupportingDocuments, "saveUpload">;
  readonly notifications: NotificationRecords;
}
