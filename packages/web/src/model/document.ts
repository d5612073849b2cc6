/** Places in a canonical document, written as findings write them: `Declaration.GoodsShipment.Origin[0].CountryCode`. */
import { basePairs } from "@customhouse/model";

export type DocumentNode = { [key: string]: unknown };

const ITEM = "GovernmentAgencyGoodsItem";
const MAX_POSITION = 999;

/** From a path of the model (`GoodsShipment/Origin/CountryCode`) to a place; `item` counts from 0. */
export function placeOf(path: string, item = 0): string {
  let parent = "Declaration";
  let place = parent;
  for (const step of path.split("/")) {
    const repeats = basePairs.has(`${parent}/${step}`);
    place += repeats ? `.${step}[${step === ITEM ? item : 0}]` : `.${step}`;
    parent = step;
  }
  return place;
}

/** The other way round: positions are left out. */
export function pathOfPlace(place: string): string {
  const plain = place.replace(/^Declaration\./, "").replaceAll(/\[\d+\]/g, "");
  return plain.replaceAll(".", "/");
}

export function valueAt(document: unknown, place: string): unknown {
  let found: unknown = document;
  for (const step of stepsOf(place)) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as DocumentNode)[step];
  }
  return found;
}

export function textAt(document: unknown, place: string): string | undefined {
  const found = valueAt(document, place);
  return typeof found === "string" ? found : undefined;
}

/** Sets a value, making what is needed on the way. An empty text removes it. */
export function setText(document: DocumentNode, place: string, text: string): void {
  const steps = stepsOf(place);
  const last = steps.pop();
  if (last === undefined) return;
  let node: DocumentNode | unknown[] = document;
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1] ?? last;
    node = childOf(node, step, typeof next === "number");
  }
  const target = node as DocumentNode;
  if (text === "") delete target[last];
  else target[last] = text;
}

function childOf(node: DocumentNode | unknown[], step: string | number, isList: boolean) {
  const holder = node as Record<string | number, unknown>;
  if (typeof holder[step] !== "object" || holder[step] === null) holder[step] = isList ? [] : {};
  return holder[step] as DocumentNode | unknown[];
}

/** Removes objects and lists that hold nothing. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, pruned(one)] as const);
  const kept = entries.filter(([, one]) => one !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

export function itemsOf(document: unknown): readonly unknown[] {
  const items = valueAt(document, `Declaration.GoodsShipment.${ITEM}`);
  return Array.isArray(items) ? items.slice(0, MAX_POSITION) : [];
}

function stepsOf(place: string): (string | number)[] {
  return place.split(".").flatMap((part) => {
    const [name = "", ...positions] = part.split("[");
    return [name, ...positions.map((one) => Number.parseInt(one, 10))];
  });
}
