import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { mrnParams, notification, pageOf } from "../../../platform/http/schemas.ts";
import { notificationView } from "../../notifications/notification-view.ts";
import type { DeclarationsRoom } from "../room.ts";

export const notifications = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.notifications",
      method: "get",
      path: "/v1/declarations/{mrn}/notifications",
      summary: "What was told about a declaration",
      tag: "Declarations",
      action: "viewCaseNotifications",
      bulkhead: "status",
      params: mrnParams,
      answers: { 200: { description: "Oldest first", schema: pageOf(notification) } },
    },
    async (call) => {
      const found = await room.notifications.ofCase(call.file.case.caseId);
      return ok({ items: found.map(notificationView) });
    },
  );
