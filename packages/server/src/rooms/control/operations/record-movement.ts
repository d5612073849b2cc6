import { z } from "@hono/zod-openapi";
import { actorOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, refused } from "../../../platform/http/reply.ts";
import type { ControlRoom } from "../room.ts";

const answer = z.object({ moved: z.number(), refused: z.number() }).openapi("Moved");

export const recordMovement = (room: ControlRoom) =>
  operation(
    {
      id: "officer.recordMovement",
      method: "post",
      path: "/v1/movements",
      summary: "A port's or carrier's message that goods arrived, left or were consolidated",
      tag: "Officers",
      action: "recordMovement",
      bulkhead: "formal",
      bodyKind: "message",
      answers: { 200: { description: "How many declarations it led to", schema: answer } },
    },
    async (call) => {
      const result = await room.mainPath.move(
        actorOf(call.principal),
        call.bytes,
        call.contentType,
      );
      if (result.status === "refused") return refused(result);
      const moved = result.results.filter((one) => one.status === "done").length;
      return ok({ moved, refused: result.results.length - moved });
    },
  );
