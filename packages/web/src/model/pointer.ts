/** From a WCO pointer, or a finding's path, to the place it means: class, element and which item. */
import {
  basePairs,
  baseStructures,
  classes,
  type PointerStep,
  type StructureNode,
} from "@customhouse/model";

export interface Place {
  /** As findings write it, without `$.`. */
  readonly place: string;
  readonly className: string;
  readonly element: string | undefined;
  /** Classes on the way, root and item left out. */
  readonly classNames: readonly string[];
  /** 1-based. Absent: the place is not in a goods item. */
  readonly item: number | undefined;
}

const ITEM = "GovernmentAgencyGoodsItem";

export function placeOfPointer(pointer: readonly PointerStep[]): Place | undefined {
  let node: StructureNode | undefined = baseStructures.declaration;
  let place = "Declaration";
  let item: number | undefined;
  let element: string | undefined;
  const names: string[] = [];
  for (const [index, step] of pointer.entries()) {
    if (index > 0) {
      const parent: StructureNode = node;
      node = childWithId(parent, step.DocumentSectionCode);
      if (!node) return undefined;
      const position = Number(step.SequenceNumeric ?? 1);
      if (node.name === ITEM) item = position;
      else names.push(node.name);
      place = append(place, parent.name, node.name, position);
    }
    if (step.TagID !== undefined) element = elementWithId(node, step.TagID);
  }
  const className = node.name;
  const whole = element ? `${place}.${element}` : place;
  return { place: whole, className, element, classNames: names, item };
}

/** For findings, whose path is exact where a pointer may stop early. */
export function placeOfPath(path: string): Place {
  const place = path.replace(/^\$\./, "");
  const steps = place.split(".");
  const last = steps.at(-1) ?? "";
  const isClass = classes[last.replace(/\[\d+\]$/, "")] !== undefined;
  const element = isClass ? undefined : last;
  const names = steps.slice(1, isClass ? undefined : -1).map((one) => one.replace(/\[\d+\]$/, ""));
  const item = /GovernmentAgencyGoodsItem\[(\d+)\]/.exec(place)?.[1];
  return {
    place,
    className: names.at(-1) ?? "Declaration",
    element,
    classNames: names.filter((one) => one !== ITEM),
    item: item === undefined ? undefined : Number(item) + 1,
  };
}

function append(place: string, parent: string, name: string, position: number): string {
  return basePairs.has(`${parent}/${name}`)
    ? `${place}.${name}[${position - 1}]`
    : `${place}.${name}`;
}

function childWithId(parent: StructureNode, wcoId: string): StructureNode | undefined {
  return parent.children.find(
    (child) => child.kind === "class" && classes[child.name]?.wcoId === wcoId,
  );
}

function elementWithId(node: StructureNode, wcoId: string): string | undefined {
  const elements = classes[node.name]?.elements ?? {};
  const present = new Set(node.children.map((child) => child.name));
  const found = Object.values(elements).filter((one) => one.wcoId === wcoId);
  return (found.find((one) => present.has(one.name)) ?? found[0])?.name;
}
