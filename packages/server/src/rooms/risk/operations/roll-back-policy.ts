import { riskRollBackPolicy } from "@customhouse/api/risk/policies";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { riskErrors } from "../errors.ts";
import type { RiskRoom } from "../room.ts";

export const rollBackPolicy = (room: RiskRoom) =>
  operation(riskRollBackPolicy, { action: "manageRisk", bulkhead: "formal" }, async (call) => {
    const { clock } = call.platform;
    const done = await room.records.rollBack(call.principal.subject, clock().toISOString());
    return done === undefined ? problem(riskErrors.policyNotReady) : ok(done);
  });
