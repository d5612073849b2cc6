import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

const MAX_FACTS = 2_000;

export const listFacts = (room: RiskRoom) =>
  operation(
    {
      id: "risk.facts",
      method: "get",
      path: "/v1/risk/facts",
      summary:
        "What risk learns from, in the one order of the log: for export and analysis elsewhere",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "analytics",
      query: z.object({
        after: z
          .string()
          .regex(/^\d{1,18}$/)
          .default("0"),
        limit: z.coerce.number().int().min(1).max(MAX_FACTS).default(MAX_FACTS),
      }),
      answers: {
        200: {
          description: "Facts of runs and results of controls, and where to go on",
          schema: z.object({ items: z.array(z.unknown()), next: z.string().optional() }),
        },
      },
    },
    async (call) => {
      const { after, limit } = call.query;
      const items = await room.desk.facts(BigInt(after), limit);
      const next = items.at(-1)?.position.toString();
      return ok({ items, ...(next === undefined || items.length < limit ? {} : { next }) });
    },
  );
