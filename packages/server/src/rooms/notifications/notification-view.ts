import type { Notification } from "@customhouse/api/shapes/notification";
import { encodeXml } from "@customhouse/messages";
import type { Country, WcoDocument } from "@customhouse/model";
import { isErasedBody } from "../../platform/http/erased.ts";
import type { StoredNotification } from "./stored-notification.ts";

/** Notification ids name case and number: nobody has to keep another table for them. */
export function notificationId(found: StoredNotification): string {
  return `${found.caseId}.${found.seq}`;
}

export function parseNotificationId(id: string): { caseId: string; seq: number } | undefined {
  const parts = /^([0-9a-f-]{36})\.([1-9]\d{0,8}|0)$/.exec(id);
  return parts?.[1] && parts[2] ? { caseId: parts[1], seq: Number(parts[2]) } : undefined;
}

export function notificationView(found: StoredNotification): Notification {
  const { position, caseId, seq, functionCode, issuedAt, body } = found;
  const view = { id: notificationId(found), position, caseId, seq, functionCode, issuedAt };
  return isErasedBody(body) ? { ...view, body: {}, erased: true } : { ...view, body };
}

/** The conversation a notification belongs to: that of the message it answers, else the case. */
export function conversationOf(found: StoredNotification): string {
  const { body } = found;
  const named = typeof body === "object" && body !== null && "conversationId" in body;
  return named && typeof body.conversationId === "string" ? body.conversationId : found.caseId;
}

export function notificationXml(found: StoredNotification, country: Country): string {
  return encodeXml(found.body as WcoDocument, "response", country.messages);
}
