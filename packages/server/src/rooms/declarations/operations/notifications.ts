import { declarationNotifications } from "@customhouse/api/declarations/reading";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { notificationView } from "../../notifications/contract.ts";
import type { DeclarationsRoom } from "../room.ts";

export const notifications = (room: DeclarationsRoom) =>
  caseOperation(
    declarationNotifications,
    { action: "viewCaseNotifications", bulkhead: "status" },
    async (call) => {
      const found = await room.notifications.ofCase(call.file.case.caseId);
      return ok({ items: found.map(notificationView) });
    },
  );
