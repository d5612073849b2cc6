/** Information packages compiled onto the plan of their message. */
import {
  type CodeList,
  type ElementUse,
  type InformationPackage,
  internationalCodeLists,
  type MessageProfile,
} from "@customhouse/model";
import { compileLeafRule, type LeafRule } from "../check/leaf-rule.ts";
import type { MessagePlan, PlanNode } from "../plan/plan.ts";

/** What one package says of one place, and of the places below it. */
export interface PackageNode {
  use: ElementUse["use"] | undefined;
  maxOccurs: number;
  codeList: CodeList | undefined;
  format: string;
  rule: LeafRule | undefined;
  /** By name; attributes as `Element@attribute`. */
  readonly children: Map<string, PackageNode>;
  /** Names of the children that are mandatory. */
  readonly mandatory: string[];
}

export interface CompiledPackage {
  readonly source: InformationPackage;
  readonly root: PackageNode;
}

const compiled = new WeakMap<MessageProfile, Map<string, readonly CompiledPackage[]>>();

/** The packages for one message type. Throws when a package names a place or code list that does not exist. */
export function packagesFor(
  profile: MessageProfile,
  plan: MessagePlan,
): readonly CompiledPackage[] {
  const byType = compiled.get(profile) ?? new Map<string, readonly CompiledPackage[]>();
  compiled.set(profile, byType);
  const known = byType.get(plan.type);
  if (known) return known;
  const packages = profile.informationPackages
    .filter((source) => source.messageType === plan.type)
    .map((source) => ({ source, root: compilePackage(source, plan, profile) }));
  byType.set(plan.type, packages);
  return packages;
}

function compilePackage(
  source: InformationPackage,
  plan: MessagePlan,
  profile: MessageProfile,
): PackageNode {
  const root = emptyNode();
  for (const use of source.elements) {
    const { node, place, parent, name } = descend(root, plan.root, use.path, source.name);
    node.use = use.use;
    if (use.use === "M") parent.mandatory.push(name);
    node.maxOccurs = use.maxOccurs ?? Number.POSITIVE_INFINITY;
    if (use.codeList !== undefined) node.codeList = listOf(use.codeList, profile);
    if (use.format !== undefined && place.leaf) {
      node.format = use.format;
      node.rule = compileLeafRule(use.format, place.leaf.dataType);
    }
  }
  return root;
}

function descend(root: PackageNode, rootPlan: PlanNode, path: string, packageName: string) {
  let node = root;
  let parent = root;
  let name = "";
  let place = rootPlan;
  for (const step of path.split("/")) {
    const [element = ""] = step.split("@");
    const child = place.byName.get(element);
    if (!child) throw new Error(`Package ${packageName}: the message has no ${path}`);
    let next = node.children.get(step);
    if (!next) {
      next = emptyNode();
      node.children.set(step, next);
    }
    parent = node;
    name = step;
    node = next;
    place = child;
  }
  return { node, parent, name, place };
}

function emptyNode(): PackageNode {
  const limits = { maxOccurs: Number.POSITIVE_INFINITY, codeList: undefined };
  return {
    use: undefined,
    ...limits,
    format: "",
    rule: undefined,
    children: new Map(),
    mandatory: [],
  };
}

function listOf(id: string, profile: MessageProfile): CodeList {
  const list = [...profile.codeLists, ...internationalCodeLists].find((one) => one.id === id);
  if (!list) throw new Error(`The profile of ${profile.country} has no code list ${id}`);
  return list;
}
