import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { caseParams } from "../../../platform/http/schemas.ts";
import type { ControlRoom } from "../room.ts";

export const concludeReviews = (room: ControlRoom) =>
  caseOperation(
    {
      id: "officer.concludeReviews",
      method: "post",
      path: "/v1/cases/{caseId}/review-conclusions",
      summary:
        "Say what comes of what was found after release; the declarant learns nothing of it here",
      tag: "Officers",
      action: "recordControl",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: z.strictObject({ outcome: z.enum(["no-action", "audit", "offence"]) }),
      answers: {
        200: {
          description: "How many were open; none where somebody has concluded them",
          schema: z.object({ concluded: z.number() }),
        },
      },
    },
    async ({ platform: { clock }, principal, file, body: { outcome } }) => {
      const done = { outcome, by: principal.subject, at: clock().toISOString() };
      return ok({ concluded: await room.store.concludeReviews(file.case.caseId, done) });
    },
  );
