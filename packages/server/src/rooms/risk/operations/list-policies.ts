import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { policyVersion } from "../wire.ts";

export const listPolicies = (room: RiskRoom) =>
  operation(
    {
      id: "risk.policies",
      method: "get",
      path: "/v1/risk/policies",
      summary: "Policies of risk, newest first",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      answers: {
        200: { description: "Without rules", schema: z.object({ items: z.array(policyVersion) }) },
      },
    },
    async (_call) => {
      const all = await room.desk.policies();
      return ok({
        items: all.map(({ policy, ...rest }) => ({ ...rest, rules: policy.rules.length })),
      });
    },
  );
