import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { relationTo } from "../../../platform/access/relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { erased, isErasedBody } from "../../../platform/http/erased.ts";
import { preferredForm } from "../../../platform/http/media-type.ts";
import { content, ok, problem } from "../../../platform/http/reply.ts";
import { notification } from "../../../platform/http/schemas.ts";
import { notificationView, notificationXml, parseNotificationId } from "../notification-view.ts";
import type { NotificationsRoom } from "../room.ts";

export const read = (room: NotificationsRoom) =>
  operation(
    {
      id: "notification.read",
      method: "get",
      path: "/v1/notifications/{id}",
      summary: "One notification, as JSON or as a WCO Response in XML",
      tag: "Notifications",
      action: "viewCaseNotifications",
      bulkhead: "status",
      params: z.object({ id: z.string().max(60) }),
      answers: {
        200: {
          description: "The notification",
          schema: notification,
          mediaTypes: ["application/json", "application/xml"],
        },
      },
    },
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
      if (form === "xml" && isErasedBody(found.body)) return erased(file.case);
      return form === "json"
        ? ok(notificationView(found), { Vary: "Accept" })
        : content("application/xml; charset=utf-8", notificationXml(found, country), {
            Vary: "Accept",
          });
    },
  );
