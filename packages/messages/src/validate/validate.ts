/**
 * What a country asks for, checked on a decoded message: information packages, code lists on a
 * date, conditional rules.
 */
import {
  type Finding,
  holds,
  isNode,
  type MessageProfile,
  type WcoDocument,
} from "@customhouse/model";
import { compileMessages } from "../plan/compile.ts";
import { packagesFor, treeOf } from "./package-plan.ts";
import { PackageWalk } from "./package-walk.ts";
import { checkRules } from "./rules.ts";

export interface ValidateOptions {
  /** Day whose code lists and rules count, as `2024-01-31`: usually that of acceptance. */
  readonly date: string;
}

/**
 * Every finding, in document order. The structure is taken as checked by `decode`. Throws for a
 * message type the profile lacks, or a package that does not fit its message: both are mistakes
 * in the profile, not in the message.
 */
export function validate(
  document: WcoDocument,
  messageType: string,
  profile: MessageProfile,
  options: ValidateOptions,
): Finding[] {
  const plan = compileMessages(profile).plans.get(messageType);
  if (!plan) throw new Error(`The profile of ${profile.country} has no message ${messageType}`);
  const root = document[plan.root.name];
  if (!isNode(root)) return [];
  const applying = packagesFor(profile, messageType).filter((one) => holds(one.when, root, root));
  if (applying.length === 0) return [];
  const walk = new PackageWalk(options.date);
  walk.root(treeOf(profile, plan, applying), root);
  const fromRules = applying.flatMap((one) => checkRules(one, plan.root, root, options.date));
  const all = [...walk.placed, ...fromRules];
  if (all.length < 2) return all.map((one) => one.finding);
  all.sort((a, b) => comparePlaces(a.place, b.place));
  return withoutRepeats(all.map((one) => one.finding));
}

/** Several packages may ask for the same. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code} ${finding.path} ${finding.allowed ?? ""}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Places are schema positions and list positions by turns. */
function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
