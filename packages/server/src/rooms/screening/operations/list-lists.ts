import { screeningLists } from "@customhouse/api/screening/operations";
import { recordRead } from "../../../platform/access/audit.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";

export const listLists = (room: ScreeningRoom) =>
  operation(screeningLists, { action: "viewScreening", bulkhead: "status" }, async (call) => {
    await recordRead(call, call.principal, "viewScreening");
    return ok({ items: await room.records.lists(), rescreening: await room.records.rescreening() });
  });
