import { riskPolicies } from "@customhouse/api/risk/policies";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const listPolicies = (room: RiskRoom) =>
  operation(riskPolicies, { action: "viewRisk", bulkhead: "status" }, async () => {
    const all = await room.records.policies();
    return ok({
      items: all.map(({ policy, ...rest }) => ({ ...rest, rules: policy.rules.length })),
    });
  });
