/** Conditional rules of a package. */
import {
  type ConditionalRule,
  holds,
  type InformationPackage,
  isNode,
  nodesAt,
} from "@customhouse/model";
import type { PlanNode } from "../plan/plan.ts";
import { SINGLE, Trail } from "../read/trail.ts";
import type { PlacedFinding } from "./package-walk.ts";

type Node = Readonly<Record<string, unknown>>;

const ITEMS = ["GoodsShipment", "GovernmentAgencyGoodsItem"] as const;

export function checkRules(
  source: InformationPackage,
  plan: PlanNode,
  root: Node,
  date: string,
): PlacedFinding[] {
  const findings: PlacedFinding[] = [];
  for (const rule of source.rules) {
    if (rule.validFrom !== undefined && date < rule.validFrom) continue;
    if (rule.validTo !== undefined && date >= rule.validTo) continue;
    if (rule.scope === "declaration") {
      if (fails(rule, root, root)) findings.push(findingOf(rule, plan, SINGLE));
      continue;
    }
    for (const [at, item] of nodesAt(ITEMS.join("/"), root, root).entries()) {
      if (isNode(item) && fails(rule, item, root)) findings.push(findingOf(rule, plan, at));
    }
  }
  return findings;
}

function fails(rule: ConditionalRule, node: Node, root: Node): boolean {
  return holds(rule.when, node, root) && !holds(rule.must, node, root);
}

/**
 * The place at fault is named without positions below the goods item: which repetition is at
 * fault, a rule cannot say.
 */
function findingOf(rule: ConditionalRule, plan: PlanNode, item: number): PlacedFinding {
  const trail = new Trail();
  const place: number[] = [];
  trail.push(plan, SINGLE);
  const absolute = rule.at.startsWith("/");
  const start = rule.scope === "item" && !absolute ? ITEMS : [];
  let current = plan;
  for (const step of [...start, ...rule.at.split("/")]) {
    const [name = ""] = step.split("@");
    const child = name === "" ? undefined : current.byName.get(name);
    if (!child) continue;
    const position = child.name === ITEMS[1] && item !== SINGLE ? item : SINGLE;
    trail.push(child, position);
    place.push(child.index, position);
    current = child;
  }
  const where = { path: trail.path(), pointer: trail.pointer() };
  return { place, finding: { code: rule.code, ...where, message: rule.text.en } };
}
