import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { policyVersion, versionParams } from "../wire.ts";

export const activatePolicy = (room: RiskRoom) =>
  operation(
    {
      id: "risk.activatePolicy",
      method: "post",
      path: "/v1/risk/policies/{version}/activation",
      summary:
        "Put it in force; it must have been tried on history and signed off by a second person",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "formal",
      params: versionParams,
      answers: { 200: { description: "In force", schema: policyVersion } },
    },
    async (call) => {
      const { clock } = call.platform;
      const { version } = call.params;
      if ((await room.desk.policy(version)) === undefined) return problem(errors.notFound);
      const done = await room.desk.activate(version, call.principal.subject, clock().toISOString());
      return done ? ok(await room.desk.policy(version)) : problem(errors.policyNotReady);
    },
  );
