import { compileRules } from "@customhouse/risk/rules";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { rulesRejected } from "../wire.ts";

const MAX_RULES = 5_000;

export const checkRules = operation(
  {
    id: "risk.checkRules",
    method: "post",
    path: "/v1/risk/rules/check",
    summary: "Read rules as they would be read, and say everything that is wrong with them",
    tag: "Risk",
    action: "viewRisk",
    bulkhead: "analytics",
    bodyKind: "json",
    maxBytes: ({ limits }) => limits.messageBytes,
    body: z.strictObject({ rules: z.array(z.unknown()).max(MAX_RULES) }),
    answers: {
      200: { description: "All of them can be used", schema: z.object({ rules: z.number() }) },
    },
  },
  async (call) => {
    const { set, errors } = compileRules(call.body.rules);
    return errors.length > 0 ? rulesRejected(errors) : ok({ rules: set.rules.length });
  },
);
