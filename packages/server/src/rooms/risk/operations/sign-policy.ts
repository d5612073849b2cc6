import { riskSignPolicy } from "@customhouse/api/risk/policies";
import { errors } from "../../../platform/errors.ts";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { riskErrors } from "../errors.ts";
import type { RiskRoom } from "../room.ts";

export const signPolicy = (room: RiskRoom) =>
  operation(riskSignPolicy, { action: "manageRisk", bulkhead: "formal" }, async (call) => {
    const { clock } = call.platform;
    const { version } = call.params;
    const found = await room.records.policy(version);
    if (found === undefined) return problem(errors.notFound);
    if (found.createdBy === call.principal.subject) return problem(riskErrors.policyOwnSignature);
    const done = await room.records.sign(version, call.principal.subject, clock().toISOString());
    return done
      ? ok(existing(await room.records.policy(version)))
      : problem(riskErrors.policyNotReady);
  });
