import { riskPolicyRead } from "@customhouse/api/risk/policies";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const readPolicy = (room: RiskRoom) =>
  operation(riskPolicyRead, { action: "viewRisk", bulkhead: "status" }, async (call) => {
    const found = await room.records.policy(call.params.version);
    return found === undefined ? problem(errors.notFound) : ok(found);
  });
