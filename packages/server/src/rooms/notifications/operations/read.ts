import { notificationRead } from "@customhouse/api/notifications/operations";
import { recordRead } from "../../../platform/access/audit.ts";
import { relationTo } from "../../../platform/access/relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { erased, isErasedBody } from "../../../platform/http/erased.ts";
import { preferredForm } from "../../../platform/http/media-type.ts";
import { content, ok, problem } from "../../../platform/http/reply.ts";
import { notificationView, notificationXml, parseNotificationId } from "../notification-view.ts";
import type { NotificationsRoom } from "../room.ts";

export const read = (room: NotificationsRoom) =>
  operation(
    notificationRead,
    { action: "viewCaseNotifications", bulkhead: "status" },
    async (call) => {
      const { access, country } = call.platform;
      const form = preferredForm(call.headers.get("accept") ?? undefined, ["json", "xml"]);
      if (!form) return problem(errors.notAcceptable);
      const id = parseNotificationId(call.params.id);
      const file = id && (await call.platform.cases.byId(id.caseId));
      if (!id || !file) return problem(errors.notFound);
      const relation = relationTo(call.principal, file, country.register);
      if (!access.allows(call.principal.role, "viewCaseNotifications", relation)) {
        return problem(errors.notFound);
      }
      const found = await room.notifications.one(id.caseId, id.seq);
      if (!found) return problem(errors.notFound);
      await recordRead(call, call.principal, "viewCaseNotifications", id.caseId);
      if (form === "xml" && isErasedBody(found.body))
        return erased(file.case, call.platform.country);
      return form === "json"
        ? ok(notificationView(found), { Vary: "Accept" })
        : content("application/xml; charset=utf-8", notificationXml(found, country), {
            Vary: "Accept",
          });
    },
  );
