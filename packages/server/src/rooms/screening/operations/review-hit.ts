import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import type { ScreeningRoom } from "../room.ts";
import { decideOnHit, hitParams, reasonText, screeningHit } from "../wire.ts";

export const reviewHit = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.reviewHit",
      method: "post",
      path: "/v1/screening/hits/{hitId}/reviews",
      summary: "A first officer says whether it is the same party",
      tag: "Screening",
      action: "decideScreening",
      bulkhead: "formal",
      bodyKind: "json",
      params: hitParams,
      body: z.strictObject({
        verdict: z.enum(["true-match", "false-match"]),
        reason: reasonText.default(""),
      }),
      answers: { 200: { description: "Waits for a second officer", schema: screeningHit } },
    },
    async (call) => decideOnHit(room.desk, call, { type: "review", verdict: call.body.verdict }),
  );
