import { riskCheckRules } from "@customhouse/api/risk/policies";
import { compileRules } from "@customhouse/risk/rules";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { rulesRejected } from "../wire.ts";

export const checkRules = operation(
  riskCheckRules,
  { action: "viewRisk", bulkhead: "analytics", maxBytes: ({ limits }) => limits.messageBytes },
  async (call) => {
    const { set, errors } = compileRules(call.body.rules);
    return errors.length > 0 ? rulesRejected(errors) : ok({ rules: set.rules.length });
  },
);
