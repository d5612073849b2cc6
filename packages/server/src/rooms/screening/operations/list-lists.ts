import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";
import { screeningList } from "../wire.ts";

const rescreening = z.object({
  parties: z.number(),
  screened: z.number(),
  waiting: z.number(),
  newHits: z.number(),
  ready: z.boolean(),
});

export const listLists = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.lists",
      method: "get",
      path: "/v1/screening/lists",
      summary:
        "Watch lists, newest first, and how far known parties are screened with those in force",
      tag: "Screening",
      action: "viewScreening",
      bulkhead: "status",
      answers: {
        200: {
          description: "Without entries",
          schema: z.object({ items: z.array(screeningList), rescreening }),
        },
      },
    },
    async (call) => {
      await recordRead(call, call.principal, "viewScreening");
      return ok({ items: await room.desk.lists(), rescreening: await room.desk.rescreening() });
    },
  );
