/** Finding the changed part in an amendment's own body. */
import { isNode } from "@customhouse/model";
import type { PlaceStep } from "../pointer/pointer.ts";
import { SINGLE } from "../read/trail.ts";

/** What the body holds at the mirrored place. */
export interface Mirror {
  readonly value: unknown;
  /** The object that holds it, for attributes beside the value. */
  readonly holder: Readonly<Record<string, unknown>> | undefined;
}

/**
 * For each repeating place, the positions that pointers of the message name, in ascending order.
 */
export type Ranks = ReadonlyMap<string, readonly number[]>;

export function ranksOf(all: readonly (readonly PlaceStep[])[]): Ranks {
  const ranks = new Map<string, number[]>();
  for (const places of all) {
    let path = "";
    for (const { plan, position } of places) {
      path += `/${plan.name}`;
      if (!plan.isArray) continue;
      const positions = ranks.get(path) ?? [];
      if (position !== SINGLE && !positions.includes(position)) positions.push(position);
      ranks.set(
        path,
        positions.sort((a, b) => a - b),
      );
      path += `[${position}]`;
    }
  }
  return ranks;
}

export function mirrorOf(body: unknown, places: readonly PlaceStep[], ranks: Ranks): Mirror {
  let value: unknown = body;
  let holder: Mirror["holder"];
  let path = "";
  for (const [depth, { plan, position }] of places.entries()) {
    path += `/${plan.name}`;
    if (depth === 0) continue;
    holder = isNode(value) ? value : undefined;
    value = holder?.[plan.name];
    if (!plan.isArray) continue;
    value = inBody(value, position, ranks.get(path) ?? []);
    path += `[${position}]`;
  }
  return { value, holder };
}

/**
 * Senders repeat either the whole list or only what changes. A sequence number in the data
 * decides; else the position; else, when the body holds exactly as many as are pointed at, their
 * order.
 */
function inBody(list: unknown, position: number, pointed: readonly number[]): unknown {
  if (!Array.isArray(list)) return undefined;
  if (position === SINGLE) return list[0];
  const numbered = list.filter((item) => isNode(item) && item.SequenceNumeric !== undefined);
  if (numbered.length > 0) return itemByNumber(numbered, position);
  if (position < list.length) return list[position];
  return list.length === pointed.length ? list[pointed.indexOf(position)] : undefined;
}

/** The item whose own sequence number is the pointer's. */
function itemByNumber(list: readonly unknown[], position: number): unknown {
  return list.find((item) => isNode(item) && Number(item.SequenceNumeric) === position + 1);
}
