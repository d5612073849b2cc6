import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { policyVersion } from "../wire.ts";

export const listPolicies = operation(
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
  async (call) => {
    const all = await call.parts.risk.policies();
    return ok({
      items: all.map(({ policy, ...rest }) => ({ ...rest, rules: policy.rules.length })),
    });
  },
);
