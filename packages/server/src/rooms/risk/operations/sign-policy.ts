import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { policyVersion, versionParams } from "../wire.ts";

export const signPolicy = operation(
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
    const { risk, clock } = call.parts;
    const { version } = call.params;
    const found = await risk.policy(version);
    if (found === undefined) return problem(errors.notFound);
    if (found.createdBy === call.principal.subject) return problem(errors.policyOwnSignature);
    const done = await risk.sign(version, call.principal.subject, clock().toISOString());
    return done ? ok(await risk.policy(version)) : problem(errors.policyNotReady);
  },
);
