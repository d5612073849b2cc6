import { screeningReturnHit } from "@customhouse/api/screening/operations";
import { operation } from "../../../platform/http/define.ts";
import type { ScreeningRoom } from "../room.ts";
import { decideOnHit } from "../wire.ts";

export const returnHit = (room: ScreeningRoom) =>
  operation(screeningReturnHit, { action: "decideScreening", bulkhead: "formal" }, async (call) =>
    decideOnHit(room.records, call, { type: "send-back" }),
  );
