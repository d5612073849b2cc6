/**
 * Decisions by the Cedar policies in `policies/`, deny by default. The questions are few (role, action, relation,
 * purpose stated or not), so each is put to the engine once and remembered.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkParsePolicySet, isAuthorized, validate } from "@cedar-policy/cedar-wasm/nodejs";
import type { ConfidentialityLabel } from "@customhouse/model";
import { type Action, labels, type Relation, type Role, relations } from "./actions.ts";

export interface Access {
  /** May this role, standing in this relation, do this? */
  allows(role: Role, action: Action, relation: Relation): boolean;
  /** Is there any relation in which it might? If not, the refusal does not depend on the case. */
  mightAllow(role: Role, action: Action): boolean;
  /** The labels of a case that such a reader sees. */
  labels(role: Role, relation: Relation, purposeStated: boolean): ReadonlySet<ConfidentialityLabel>;
}

export interface PolicySource {
  readonly policies: string;
  readonly schema: string;
}

export function readPolicies(folder: string): PolicySource {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".cedar"))
    .sort();
  return {
    policies: files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n"),
    schema: readFileSync(join(folder, "customhouse.cedarschema"), "utf8"),
  };
}

/** Throws when a policy does not parse, or speaks of something the schema does not know. */
export function makeAccess(source: PolicySource): Access {
  checkPolicies(source);
  const remembered = new Map<string, boolean>();
  const ask = (role: Role, action: string, relation: Relation, purposeStated: boolean): boolean => {
    const key = `${role} ${action} ${relation} ${purposeStated}`;
    const known = remembered.get(key);
    if (known !== undefined) {
      return known;
    }
    const answer = isAuthorized({
      principal: { type: "Role", id: role },
      action: { type: "Action", id: action },
      resource: { type: "Relation", id: relation },
      context: { purposeStated },
      schema: source.schema,
      validateRequest: true,
      policies: { staticPolicies: source.policies },
      entities: [],
    });
    // An engine that cannot answer has not said yes.
    const allowed = answer.type === "success" && answer.response.decision === "allow";
    remembered.set(key, allowed);
    return allowed;
  };
  return {
    allows: (role, action, relation) => ask(role, action, relation, false),
    mightAllow: (role, action) => relations.some((relation) => ask(role, action, relation, false)),
    labels: (role, relation, purposeStated) =>
      new Set(labels.filter((label) => ask(role, `see-${label}`, relation, purposeStated))),
  };
}

function checkPolicies(source: PolicySource): void {
  const policies = { staticPolicies: source.policies };
  const parsed = checkParsePolicySet(policies);
  if (parsed.type === "failure") {
    throw new Error(`policies: ${parsed.errors.map((one) => one.message).join("; ")}`);
  }
  const checked = validate({ schema: source.schema, policies });
  if (checked.type === "failure") {
    throw new Error(`policies: ${checked.errors.map((one) => one.message).join("; ")}`);
  }
  if (checked.validationErrors.length > 0) {
    const list = checked.validationErrors.map((one) => `${one.policyId}: ${one.error.message}`);
    throw new Error(`policies: ${list.join("; ")}`);
  }
}
