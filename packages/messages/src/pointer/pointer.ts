/** WCO pointers to JSON paths and back. */
import {
  type DocumentNode,
  isNode,
  type MessageProfile,
  type PointerStep,
  type WcoDocument,
} from "@customhouse/model";
import { compileMessages } from "../plan/compile.ts";
import type { Codec, PlanNode } from "../plan/plan.ts";
import { firstChoice } from "../read/message-choice.ts";
import { addStep, SINGLE } from "../read/trail.ts";

/** One step down a message: the class or element, and its position from zero in a list. */
export interface PlaceStep {
  readonly plan: PlanNode;
  /** `SINGLE` where the pointer gives none. */
  readonly position: number;
}

export interface ResolvedPointer {
  /**
   * JSON path, for example `$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[1].Commodity`.
   */
  readonly path: string;
  /** What the document holds there; absent when it holds nothing. */
  readonly value?: unknown;
}

const STEP = /^([^[\]@]+)(?:\[(\d+)\])?(?:@.+)?$/;

/**
 * The pointer for a JSON path such as a finding has. `messageType` matters where messages share
 * a root; absent: the profile's first message with that root. Nothing when the path is not in
 * the message.
 */
export function pointerOf(
  path: string,
  profile: MessageProfile,
  messageType?: string,
): PointerStep[] | undefined {
  const [start, rootName = "", ...names] = path.split(".");
  const root = rootPlan(compileMessages(profile), rootName, messageType);
  if (start !== "$" || !root) return undefined;
  const steps: PointerStep[] = [];
  addStep(steps, root, SINGLE);
  let plan = root;
  for (const name of names) {
    const match = STEP.exec(name);
    const child = match?.[1] === undefined ? undefined : plan.byName.get(match[1]);
    if (!child) return undefined;
    addStep(steps, child, match?.[2] === undefined ? SINGLE : Number(match[2]));
    plan = child;
  }
  return steps;
}

/** The place a pointer means in this document; nothing when the data model has no such place. */
export function resolvePointer(
  document: WcoDocument,
  pointer: readonly PointerStep[],
  profile: MessageProfile,
): ResolvedPointer | undefined {
  const codec = compileMessages(profile);
  const root = rootByWcoId(codec, document, pointer[0]?.DocumentSectionCode);
  const places = root && placesOf(root, pointer);
  if (!places) return undefined;
  let path = "$";
  let value: unknown = document;
  for (const { plan, position } of places) {
    const numbered = plan.isArray && position !== SINGLE;
    path += numbered ? `.${plan.name}[${position}]` : `.${plan.name}`;
    const held = isNode(value) ? value[plan.name] : undefined;
    value = numbered && Array.isArray(held) ? held[position] : held;
  }
  return value === undefined ? { path } : { path, value };
}

/**
 * The places a pointer passes. Numbers on classes that do not repeat are tolerated and mean
 * nothing.
 */
export function placesOf(root: PlanNode, pointer: readonly PointerStep[]): PlaceStep[] | undefined {
  const [first, ...rest] = pointer;
  if (!first || first.DocumentSectionCode !== sectionOf(root)) return undefined;
  const places: PlaceStep[] = [{ plan: root, position: SINGLE }];
  let plan = root;
  for (const step of rest) {
    const child = childBySection(plan, step.DocumentSectionCode);
    if (!child) return undefined;
    plan = child;
    places.push({ plan, position: positionOf(step) });
  }
  const tag = pointer[pointer.length - 1]?.TagID;
  if (tag === undefined) return places;
  const leaf = plan.byWcoId.get(tag);
  if (!leaf) return undefined;
  return [...places, { plan: leaf, position: SINGLE }];
}

function positionOf(step: PointerStep): number {
  const number = Number(step.SequenceNumeric);
  return step.SequenceNumeric !== undefined && Number.isInteger(number) && number > 0
    ? number - 1
    : SINGLE;
}

function sectionOf(plan: PlanNode): string {
  return plan.wcoId === "" ? plan.name : plan.wcoId;
}

function childBySection(plan: PlanNode, section: string): PlanNode | undefined {
  const child = plan.byWcoId.get(section) ?? plan.byName.get(section);
  return child?.leaf ? undefined : child;
}

function rootPlan(codec: Codec, name: string, messageType?: string): PlanNode | undefined {
  if (name === codec.envelope?.root.name) return codec.envelope.root;
  const plans = codec.byRoot.get(name) ?? [];
  return (plans.find((plan) => plan.type === messageType) ?? firstChoice(plans))?.root;
}

function rootByWcoId(
  codec: Codec,
  document: DocumentNode,
  section: string | undefined,
): PlanNode | undefined {
  for (const name of Object.keys(document)) {
    const root = rootPlan(codec, name);
    if (root && sectionOf(root) === section) return root;
  }
  return undefined;
}
