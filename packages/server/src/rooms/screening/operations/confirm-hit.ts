import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import type { ScreeningRoom } from "../room.ts";
import { decideOnHit, hitParams, reasonText, screeningHit } from "../wire.ts";

export const confirmHit = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.confirmHit",
      method: "post",
      path: "/v1/screening/hits/{hitId}/confirmations",
      summary:
        "A second, different officer sees it the same way; a pair called false counts no more",
      tag: "Screening",
      action: "decideScreening",
      bulkhead: "formal",
      bodyKind: "json",
      params: hitParams,
      body: z.strictObject({ reason: reasonText.default("") }),
      answers: { 200: { description: "Confirmed", schema: screeningHit } },
    },
    async (call) => decideOnHit(room.desk, call, { type: "confirm" }),
  );
