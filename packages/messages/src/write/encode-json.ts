/**
 * Canonical document to canonical JSON: keys in the schema's order, attributes after their
 * element.
 */
import { isNode, type MessageProfile, type WcoDocument } from "@customhouse/model";
import { compileMessages } from "../plan/compile.ts";
import type { PlanNode } from "../plan/plan.ts";

/**
 * JSON text with no white space. With message type and profile, keys are put into schema order;
 * without them they stay as they are, which for a decoded document is schema order already.
 */
export function encodeJson(
  document: WcoDocument,
  messageType?: string,
  profile?: MessageProfile,
): string {
  if (messageType === undefined || profile === undefined) return JSON.stringify(document);
  return JSON.stringify(inSchemaOrder(document, messageType, profile));
}

/** A copy that holds only what the schema knows, in its order. */
export function inSchemaOrder(
  document: WcoDocument,
  messageType: string,
  profile: MessageProfile,
): WcoDocument {
  const codec = compileMessages(profile);
  const plan = codec.plans.get(messageType);
  if (!plan) throw new Error(`The profile of ${profile.country} has no message ${messageType}`);
  const ordered: WcoDocument = {};
  for (const root of [codec.envelope?.root, plan.root]) {
    const value = root && document[root.name];
    if (root && isNode(value)) ordered[root.name] = order(root, value);
  }
  return ordered;
}

function order(plan: PlanNode, node: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const child of plan.children) {
    const value = node[child.name];
    if (value === undefined) continue;
    ordered[child.name] = child.leaf ? value : orderClass(child, value);
    if (child.leaf) copyAttributes(child, node, ordered);
  }
  return ordered;
}

function orderClass(plan: PlanNode, value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isNode).map((item) => order(plan, item));
  return isNode(value) ? order(plan, value) : {};
}

function copyAttributes(
  plan: PlanNode,
  node: Readonly<Record<string, unknown>>,
  target: Record<string, unknown>,
): void {
  for (const attribute of Object.keys(plan.leaf?.attributes.allowed ?? {})) {
    const key = `${plan.name}@${attribute}`;
    if (node[key] !== undefined) target[key] = node[key];
  }
}

/**
 * Text for digests: JSON with keys sorted by code unit, at every level, and no white space (as
 * in RFC 8785).
 */
export function canonicalForm(document: WcoDocument): string {
  return JSON.stringify(sorted(document));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isNode(value)) return value;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.sort().map((key) => [key, sorted(value[key])]));
}
