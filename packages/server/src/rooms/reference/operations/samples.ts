import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ReferenceRoom } from "../room.ts";

const sample = z.object({
  name: z.string(),
  title: z.string(),
  mediaType: z.string(),
  content: z.string(),
});

export const samples = (room: ReferenceRoom) =>
  operation(
    {
      id: "reference.samples",
      method: "get",
      path: "/v1/samples",
      summary: "Messages to try the service out with",
      tag: "Reference",
      action: "open",
      bulkhead: "status",
      answers: {
        200: { description: "Our own samples", schema: z.object({ items: z.array(sample) }) },
      },
    },
    async (_call) => ok({ items: room.samples }),
  );
