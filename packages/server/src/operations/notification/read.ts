import { z } from "@hono/zod-openapi";
import { relationTo } from "../../access/relation.ts";
import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import { preferredForm } from "../../http/media-type.ts";
import { content, ok, problem } from "../../http/reply.ts";
import { notification } from "../../openapi/schemas.ts";
import { recordRead } from "../shared/audit.ts";
import { erased, isErasedBody } from "../shared/erased.ts";
import {
  notificationView,
  notificationXml,
  parseNotificationId,
} from "../shared/notification-view.ts";

export const read = operation(
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
    const { records, access, country } = call.parts;
    const form = preferredForm(call.headers.get("accept") ?? undefined, ["json", "xml"]);
    if (!form) return problem(errors.notAcceptable);
    const id = parseNotificationId(call.params.id);
    const file = id && (await records.caseById(id.caseId));
    if (!id || !file) return problem(errors.notFound);
    const relation = relationTo(call.principal, file, country.register);
    if (!access.allows(call.principal.role, "viewCaseNotifications", relation)) {
      return problem(errors.notFound);
    }
    const found = await records.notification(id.caseId, id.seq);
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
