import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import type { ScreeningRoom } from "../room.ts";
import { decideOnHit, hitParams, reasonText, screeningHit } from "../wire.ts";

export const returnHit = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.returnHit",
      method: "post",
      path: "/v1/screening/hits/{hitId}/returns",
      summary: "A second, different officer sees it otherwise: the review begins again",
      tag: "Screening",
      action: "decideScreening",
      bulkhead: "formal",
      bodyKind: "json",
      params: hitParams,
      body: z.strictObject({ reason: reasonText }),
      answers: { 200: { description: "To be reviewed again", schema: screeningHit } },
    },
    async (call) => decideOnHit(room.desk, call, { type: "send-back" }),
  );
