/**
 * Where in a message a reader stands: written out as path and pointer only when there is a
 * finding.
 */
import type { PointerStep } from "@customhouse/model";
import type { PlanNode } from "../plan/plan.ts";

/** Position of something that is not in a list. */
export const SINGLE = -1;

export class Trail {
  readonly #nodes: PlanNode[] = [];
  readonly #positions: number[] = [];
  #depth = 0;
  /** Paths begin here: in JSON a message stands beside its envelope, not inside. */
  #start = 0;

  /** What is pushed from now on begins a path of its own, until it is popped. */
  restart(): void {
    this.#start = this.#depth;
  }

  /** `position` counts from zero in lists. */
  push(node: PlanNode, position: number): void {
    this.#nodes[this.#depth] = node;
    this.#positions[this.#depth] = position;
    this.#depth++;
  }

  pop(): void {
    this.#depth--;
    if (this.#depth <= this.#start) this.#start = 0;
  }

  *#places(): Iterable<[number, PlanNode]> {
    for (const [depth, node] of this.#nodes.entries()) {
      if (depth >= this.#start && depth < this.#depth) yield [depth, node];
    }
  }

  /** JSON path of this place, or of something named below it. */
  path(below?: string): string {
    let path = "$";
    for (const [depth, node] of this.#places()) {
      const position = this.#positions[depth] ?? SINGLE;
      path += position === SINGLE ? `.${node.name}` : `.${node.name}[${position}]`;
    }
    return below === undefined ? path : `${path}${below.startsWith("@") ? "" : "."}${below}`;
  }

  /** RFC 6901 pointer of this place in the canonical document. */
  jsonPointer(below?: string): string {
    let pointer = "";
    for (const [depth, node] of this.#places()) {
      const position = this.#positions[depth] ?? SINGLE;
      pointer += position === SINGLE ? `/${node.name}` : `/${node.name}/${position}`;
    }
    return below === undefined ? pointer : `${pointer}/${below}`;
  }

  /** WCO pointer of this place, or of a child below it. */
  pointer(below?: PlanNode): PointerStep[] {
    const steps: PointerStep[] = [];
    for (const [depth, node] of this.#places()) {
      addStep(steps, node, this.#positions[depth] ?? SINGLE);
    }
    if (below) addStep(steps, below, SINGLE);
    return steps;
  }
}

/** An element is named on the step of its class; a class without a WCO ID goes by its name. */
export function addStep(steps: PointerStep[], node: PlanNode, position: number): void {
  if (node.leaf) {
    const last = steps.pop();
    if (last) steps.push(node.wcoId === "" ? last : { ...last, TagID: node.wcoId });
    return;
  }
  steps.push({
    DocumentSectionCode: node.wcoId === "" ? node.name : node.wcoId,
    ...(position === SINGLE ? {} : { SequenceNumeric: position + 1 }),
  });
}
