import { riskActivatePolicy } from "@customhouse/api/risk/policies";
import { errors } from "../../../platform/errors.ts";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { riskErrors } from "../errors.ts";
import type { RiskRoom } from "../room.ts";

export const activatePolicy = (room: RiskRoom) =>
  operation(riskActivatePolicy, { action: "manageRisk", bulkhead: "formal" }, async (call) => {
    const { clock } = call.platform;
    const { version } = call.params;
    if ((await room.records.policy(version)) === undefined) return problem(errors.notFound);
    const done = await room.records.activate(
      version,
      call.principal.subject,
      clock().toISOString(),
    );
    return done
      ? ok(existing(await room.records.policy(version)))
      : problem(riskErrors.policyNotReady);
  });
