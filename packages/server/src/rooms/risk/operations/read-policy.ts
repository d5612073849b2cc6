import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { policyVersion, versionParams } from "../wire.ts";

export const readPolicy = (room: RiskRoom) =>
  operation(
    {
      id: "risk.policy",
      method: "get",
      path: "/v1/risk/policies/{version}",
      summary: "A policy with its rules, and what trying it showed",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      params: versionParams,
      answers: { 200: { description: "With rules and report", schema: policyVersion } },
    },
    async (call) => {
      const found = await room.desk.policy(call.params.version);
      return found === undefined ? problem(errors.notFound) : ok(found);
    },
  );
