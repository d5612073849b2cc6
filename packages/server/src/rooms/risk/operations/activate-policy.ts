import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { policyVersion, versionParams } from "../wire.ts";

export const activatePolicy = operation(
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
    const { risk, clock } = call.parts;
    const { version } = call.params;
    if ((await risk.policy(version)) === undefined) return problem(errors.notFound);
    const done = await risk.activate(version, call.principal.subject, clock().toISOString());
    return done ? ok(await risk.policy(version)) : problem(errors.policyNotReady);
  },
);
