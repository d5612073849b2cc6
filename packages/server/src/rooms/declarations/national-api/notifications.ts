/** Notifications pulled one by one. Reading one is recorded, and that record is what makes it `pulled`. */

import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import type {
  ListNotificationsRoute,
  ReadNotificationRoute,
} from "../../../platform/http/country-adapter.ts";
import { isErasedBody } from "../../../platform/http/erased.ts";
import type { Call } from "../../../platform/http/operation.ts";
import { problem, type Reply } from "../../../platform/http/reply.ts";
import {
  conversationOf,
  notificationId,
  notificationXml,
  parseNotificationId,
} from "../../notifications/contract.ts";
import { replyOf } from "./reply-of.ts";
import type { NationalApiRoom } from "./room.ts";

type AnyCall = Call<unknown, unknown, unknown>;
const MAX_LISTED = 1_000;

export async function listNotifications(
  room: NationalApiRoom,
  route: ListNotificationsRoute,
  call: AnyCall,
): Promise<Reply> {
  const party = partyOf(call.principal);
  if (!party) return problem(errors.notAllowed);
  const found = await room.notifications.pullList(party, route.which, MAX_LISTED);
  return replyOf(route.answer(found.map(notificationId)));
}

export async function readNotification(
  room: NationalApiRoom,
  route: ReadNotificationRoute,
  call: AnyCall,
): Promise<Reply> {
  const { country } = call.platform;
  const party = partyOf(call.principal);
  const { id: asked = "" } = call.params as { id?: string };
  const id = parseNotificationId(asked);
  const found = id && (await room.notifications.one(id.caseId, id.seq));
  if (!party || !found || found.party !== party) return problem(errors.notFound);
  if (isErasedBody(found.body)) return problem(errors.caseErased);
  if (route.which === "unpulled") {
    await room.notifications.markPulled(party, found.caseId, found.seq);
  }
  return replyOf(route.answer(notificationXml(found, country), conversationOf(found)));
}
