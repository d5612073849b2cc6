import { notificationList } from "@customhouse/api/notifications/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { ownScope } from "../../../platform/access/scope.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { notificationView } from "../notification-view.ts";
import type { NotificationsRoom } from "../room.ts";

const LIST = "notifications";

export const list = (room: NotificationsRoom) =>
  operation(notificationList, { action: "readNotifications", bulkhead: "status" }, async (call) => {
    const asked = askedPage(LIST, call.query);
    if (!asked.ok) return asked.reply;
    const scope = ownScope(call.principal);
    const party = partyOf(call.principal);
    if (!scope || !party) return problem(errors.notAllowed);
    const page = await room.notifications.ofParty(scope, party, asked.page);
    // The cursor of the last item even when nothing follows: that is where the next pull begins.
    const next = page.items.at(-1)?.position ?? asked.page.after;
    return ok(pageView(LIST, { ...page, next }, notificationView));
  });
