import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { policyVersion, versionParams } from "../wire.ts";

export const signPolicy = (room: RiskRoom) =>
  operation(
    {
      id: "risk.signPolicy",
      method: "post",
      path: "/v1/risk/policies/{version}/signature",
      summary: "A second person, who saw what trying it showed, signs it off",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "formal",
      params: versionParams,
      answers: { 200: { description: "Signed off", schema: policyVersion } },
    },
    async (call) => {
      const { clock } = call.platform;
      const { version } = call.params;
      const found = await room.desk.policy(version);
      if (found === undefined) return problem(errors.notFound);
      if (found.createdBy === call.principal.subject) return problem(errors.policyOwnSignature);
      const done = await room.desk.sign(version, call.principal.subject, clock().toISOString());
      return done ? ok(await room.desk.policy(version)) : problem(errors.policyNotReady);
    },
  );
