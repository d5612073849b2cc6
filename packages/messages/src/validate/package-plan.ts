/**
 * Information packages compiled onto the plan of their message: those that apply together become
 * one tree.
 */
import {
  type CodeList,
  type ElementUse,
  type InformationPackage,
  internationalCodeLists,
  type MessageProfile,
} from "@customhouse/model";
import { compileLeafRule, type LeafRule } from "../check/leaf-rule.ts";
import type { MessagePlan, PlanNode } from "../plan/plan.ts";

export interface ListUse {
  readonly list: CodeList;
  /** Codes that are valid on every day: most are, and a set is quicker than asking for a date. */
  readonly always: ReadonlySet<string>;
}

/** What packages say of one place. Only places that some package speaks of are in the tree. */
export interface PackageNode {
  readonly plan: PlanNode;
  /** JSON key: the element's name, or `Element@attribute`. */
  readonly key: string;
  readonly isAttribute: boolean;
  isMandatory: boolean;
  isForbidden: boolean;
  maxOccurs: number;
  readonly codeLists: ListUse[];
  readonly formats: { readonly notation: string; readonly rule: LeafRule }[];
  readonly children: PackageNode[];
}

const LIMIT = 1_000;
const trees = new WeakMap<MessageProfile, Map<string, PackageNode>>();
const byMessage = new WeakMap<MessageProfile, Map<string, readonly InformationPackage[]>>();

/** The profile's packages for one message type. */
export function packagesFor(
  profile: MessageProfile,
  messageType: string,
): readonly InformationPackage[] {
  const known = byMessage.get(profile) ?? new Map<string, readonly InformationPackage[]>();
  byMessage.set(profile, known);
  const packages =
    known.get(messageType) ??
    profile.informationPackages.filter((one) => one.messageType === messageType);
  known.set(messageType, packages);
  return packages;
}

/**
 * One tree for packages that apply together. Throws when one names a place or code list that
 * does not exist.
 */
export function treeOf(
  profile: MessageProfile,
  plan: MessagePlan,
  packages: readonly InformationPackage[],
): PackageNode {
  const all = packagesFor(profile, plan.type);
  const key = `${plan.type} ${packages.map((one) => all.indexOf(one)).join(" ")}`;
  const known = trees.get(profile) ?? new Map<string, PackageNode>();
  trees.set(profile, known);
  const tree = known.get(key);
  if (tree) return tree;
  if (known.size >= LIMIT) known.clear();
  const compiled = compileTree(profile, plan, packages);
  known.set(key, compiled);
  return compiled;
}

function compileTree(
  profile: MessageProfile,
  plan: MessagePlan,
  packages: readonly InformationPackage[],
): PackageNode {
  const root = emptyNode(plan.root, plan.root.name);
  for (const { elements, name } of packages) {
    for (const use of elements) addUse(descend(root, use.path, name), use, profile);
  }
  return root;
}

function addUse(node: PackageNode, use: ElementUse, profile: MessageProfile): void {
  if (use.use === "M") node.isMandatory = true;
  if (use.use === "N") node.isForbidden = true;
  if (use.maxOccurs !== undefined) node.maxOccurs = Math.min(node.maxOccurs, use.maxOccurs);
  if (use.codeList !== undefined) {
    const list = listOf(use.codeList, profile);
    const isNew = !node.codeLists.some((known) => known.list === list);
    if (isNew) node.codeLists.push({ list, always: undated(list) });
  }
  const dataType = node.plan.leaf?.dataType;
  if (use.format !== undefined && dataType !== undefined) {
    node.formats.push({ notation: use.format, rule: compileLeafRule(use.format, dataType) });
  }
}

/** The node of a path, made where there is none; children stay in schema order. */
function descend(root: PackageNode, path: string, packageName: string): PackageNode {
  let node = root;
  for (const step of path.split("/")) {
    const [element = ""] = step.split("@");
    const plan = node.plan.byName.get(element);
    if (!plan) throw new Error(`Package ${packageName}: the message has no ${path}`);
    let next = node.children.find((child) => child.key === step);
    if (!next) {
      next = emptyNode(plan, step);
      node.children.push(next);
      node.children.sort((a, b) => a.plan.index - b.plan.index || a.key.length - b.key.length);
    }
    node = next;
  }
  return node;
}

function emptyNode(plan: PlanNode, key: string): PackageNode {
  const says = { isMandatory: false, isForbidden: false, maxOccurs: Number.POSITIVE_INFINITY };
  const isAttribute = key.includes("@");
  return { plan, key, isAttribute, ...says, codeLists: [], formats: [], children: [] };
}

function undated(list: CodeList): Set<string> {
  const entries = list.entries.filter(({ validFrom, validTo }) => !(validFrom ?? validTo));
  return new Set(entries.map((entry) => entry.code));
}

function listOf(id: string, profile: MessageProfile): CodeList {
  const list = [...profile.codeLists, ...internationalCodeLists].find((one) => one.id === id);
  if (!list) throw new Error(`The profile of ${profile.country} has no code list ${id}`);
  return list;
}
