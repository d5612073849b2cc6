import { z } from "@hono/zod-openapi";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";
import { screeningHit } from "../wire.ts";

const MAX_LISTED = 200;

export const listHits = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.hits",
      method: "get",
      path: "/v1/screening/hits",
      summary: "Likenesses of declared parties and watch lists, newest first",
      tag: "Screening",
      action: "viewScreening",
      bulkhead: "status",
      query: z.object({
        state: z.enum(["found", "reviewed", "confirmed", "erased"]).optional(),
        after: z.uuid().optional(),
        limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(50),
      }),
      answers: {
        200: {
          description: "`next`: pass it as `after` for the following page",
          schema: z.object({ items: z.array(screeningHit), next: z.string().optional() }),
        },
      },
    },
    async (call) =>
      withPurpose(call, "viewScreening", async () => {
        const found = await room.desk.hits(call.query);
        const next = found.length < call.query.limit ? undefined : found.at(-1)?.hit.id;
        return ok({
          items: found.map(({ hit, ...rest }) => ({ ...hit, ...rest })),
          ...(next === undefined ? {} : { next }),
        });
      }),
  );
