/** Changing one place of a declaration in memory. */
import { isNode } from "@customhouse/model";
import type { PlanNode } from "../plan/plan.ts";
import type { PlaceStep } from "../pointer/pointer.ts";
import { SINGLE } from "../read/trail.ts";
import type { Mirror } from "./mirror.ts";

export interface PlaceChange {
  readonly path: string;
  /** Absent: there was nothing. A text for an element, an object for a class. */
  readonly before?: unknown;
  /** Absent: it was removed. */
  readonly after?: unknown;
}

export interface PlaceProblem {
  readonly code: string;
  readonly problem: string;
}

type MutableNode = Record<string, unknown>;

/**
 * Stands where a repetition was removed, so that later pointers still count as the sender
 * counted.
 */
const REMOVED = Symbol("removed");

export function changePlace(
  root: object,
  places: readonly PlaceStep[],
  mirror: Mirror,
): PlaceChange | PlaceProblem {
  let node = root as MutableNode;
  let path = `$.${places[0]?.plan.name ?? ""}`;
  const last = places.length - 1;
  for (const [depth, { plan, position }] of places.entries()) {
    if (depth === 0 || depth === last) continue;
    const child = childOf(node, plan, position, mirror.value !== undefined);
    if ("problem" in child) return child;
    node = child.node;
    path += child.path;
  }
  const place = places[last];
  if (!place) return nowhere("The pointer leads nowhere.");
  if (place.plan.isArray) return changeInList(node, path, place, mirror);
  return changeSingle(node, path, place.plan, mirror);
}

/**
 * Takes out what was marked as removed. What stays keeps its number: later messages, ours and the trader's, go on
 * naming item 3 by that number when item 2 is gone.
 */
export function removeMarked(node: object): void {
  const mutable = node as MutableNode;
  for (const key of Object.keys(mutable)) {
    const value = mutable[key];
    if (Array.isArray(value)) {
      const left = value.filter((item: unknown) => item !== REMOVED);
      if (left.length === 0) delete mutable[key];
      else mutable[key] = left;
      for (const item of left) if (isNode(item)) removeMarked(item);
    } else if (isNode(value)) removeMarked(value);
  }
}

function changeSingle(
  node: MutableNode,
  path: string,
  plan: PlanNode,
  mirror: Mirror,
): PlaceChange | PlaceProblem {
  const before = copyOf(node[plan.name]);
  if (before === undefined && mirror.value === undefined) {
    return nowhere("Neither the declaration nor the amendment has anything at this place.");
  }
  const after = copyOf(mirror.value);
  if (after === undefined) {
    if (plan.min > 0) return nowhere(`The element ${plan.name} may not be removed.`);
    delete node[plan.name];
  } else node[plan.name] = after;
  if (plan.leaf) copyAttributes(plan, node, mirror.holder);
  return changed(`${path}.${plan.name}`, before, after);
}

function changeInList(
  node: MutableNode,
  path: string,
  { plan, position }: PlaceStep,
  mirror: Mirror,
): PlaceChange | PlaceProblem {
  const held = node[plan.name];
  const list: unknown[] = Array.isArray(held) ? held : [];
  const at = position === SINGLE ? 0 : indexIn(list, position);
  const after = copyOf(mirror.value);
  const before = list[at] === REMOVED ? undefined : copyOf(list[at]);
  if (after === undefined) {
    if (before === undefined) return nowhere("There is nothing to remove at this place.");
    list[at] = REMOVED;
  } else if (at > list.length) return outOfRange(plan, list.length);
  else {
    list[at] = after;
    node[plan.name] = list;
  }
  return changed(`${path}.${plan.name}[${at}]`, before, after);
}

/** One level down; made on the way when the amendment has something to put there. */
function childOf(
  node: MutableNode,
  plan: PlanNode,
  position: number,
  make: boolean,
): { readonly node: MutableNode; readonly path: string } | PlaceProblem {
  if (!plan.isArray) {
    if (!isNode(node[plan.name])) {
      if (!make) return nowhere(`The declaration has no ${plan.name}.`);
      node[plan.name] = {};
    }
    return { node: node[plan.name] as MutableNode, path: `.${plan.name}` };
  }
  const held = node[plan.name];
  const list: unknown[] = Array.isArray(held) ? held : [];
  const at = position === SINGLE ? 0 : indexIn(list, position);
  if (at > list.length || (at === list.length && !make)) return outOfRange(plan, list.length);
  if (at === list.length) {
    const numbered = plan.byName.has("SequenceNumeric");
    list.push(numbered ? { SequenceNumeric: String(position + 1) } : {});
    node[plan.name] = list;
  }
  const found = list[at];
  if (!isNode(found)) return nowhere(`This ${plan.name} is removed by the same amendment.`);
  return { node: found as MutableNode, path: `.${plan.name}[${at}]` };
}

/** Where data carries sequence numbers they count, not the position. */
function indexIn(list: readonly unknown[], position: number): number {
  const at = list.findIndex(
    (item) => isNode(item) && Number(item.SequenceNumeric) === position + 1,
  );
  return at === -1 ? position : at;
}

function copyAttributes(plan: PlanNode, target: MutableNode, source: Mirror["holder"]): void {
  for (const attribute of Object.keys(plan.leaf?.attributes.allowed ?? {})) {
    const key = `${plan.name}@${attribute}`;
    const value = source?.[key];
    if (value === undefined) delete target[key];
    else target[key] = value;
  }
}

function changed(path: string, before: unknown, after: unknown): PlaceChange {
  return {
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : structuredClone(value);
}

function nowhere(problem: string): PlaceProblem {
  return { code: "CH1401", problem };
}

function outOfRange(plan: PlanNode, length: number): PlaceProblem {
  const problem = `The declaration has ${length} of ${plan.name}; the amendment points past the next one.`;
  return { code: "CH1403", problem };
}
