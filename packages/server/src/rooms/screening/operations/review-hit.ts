import { screeningReviewHit } from "@customhouse/api/screening/operations";
import { operation } from "../../../platform/http/define.ts";
import type { ScreeningRoom } from "../room.ts";
import { decideOnHit } from "../wire.ts";

export const reviewHit = (room: ScreeningRoom) =>
  operation(screeningReviewHit, { action: "decideScreening", bulkhead: "formal" }, async (call) =>
    decideOnHit(room.records, call, { type: "review", verdict: call.body.verdict }),
  );
