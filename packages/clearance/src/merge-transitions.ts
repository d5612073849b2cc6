/**
 * The lifecycle of a country: the table of all, with the rows that the country narrows or adds. A narrowed row lets an
 * event happen from fewer states, or lead to fewer. An added row is a condition: the event, which leaves the region alone,
 * happens only while the region is in one of the states of `from`. A country can forbid, and nothing else: what an event
 * does to a case is the same everywhere, so that a stored case means the same everywhere.
 *
 * Example: `{ region: "agencies", event: "GoodsExited", from: ["none", "clear"] }` lets no goods exit while an agency has
 * not decided.
 */
import type { ClearanceProfile, TransitionChange } from "@customhouse/model";
import {
  indexOf,
  type Region,
  reachedIn,
  TRANSITIONS,
  type Transition,
  type TransitionIndex,
  tableProblems,
} from "./transitions.ts";

/**
 * States at which the four regions join (`decide/settle.ts`): release waits for a positive control, clear agencies and a
 * secured debt, clearance for a final debt. Every table has to lead there.
 */
const JOINED: Readonly<Record<Region, readonly string[]>> = {
  control: ["accepted", "positive"],
  agencies: ["clear"],
  debt: ["reserved", "final"],
  goods: ["presented", "exited"],
};

const BEGINS = "DeclarationRegistered";
const EVENTS: ReadonlySet<string> = new Set(TRANSITIONS.map(({ event }) => event));

export interface MergedTransitions {
  readonly table: readonly Transition[];
  /** Why the country may not have it so. Empty when all is well. */
  readonly problems: readonly string[];
}

export function mergeTransitions(
  changes: readonly TransitionChange[],
  base: readonly Transition[] = TRANSITIONS,
): MergedTransitions {
  const problems: string[] = [];
  const table = [...base];
  const changed = new Set<string>();
  for (const change of changes) {
    const key = `${change.region}/${change.event}`;
    if (changed.has(key)) problems.push(`${key} is changed twice`);
    changed.add(key);
    const at = base.findIndex(({ region, event }) => `${region}/${event}` === key);
    const before = base[at];
    if (before === undefined) {
      problems.push(...addedProblems(change, base));
      table.push(rowOf({ ...change, to: [] }, [], []));
    } else {
      problems.push(...narrowedProblems(change, before));
      table[at] = rowOf(change, before.from, before.to);
    }
  }
  return { table, problems: [...problems, ...tableProblems(table), ...joinProblems(table)] };
}

function rowOf(
  { region, event, from, to }: TransitionChange,
  usualFrom: readonly string[],
  usualTo: readonly string[],
): Transition {
  return { region, event, from: from ?? usualFrom, to: to ?? usualTo } as unknown as Transition;
}

function narrowedProblems(
  { region, event, from, to }: TransitionChange,
  before: Transition,
): readonly string[] {
  const key = `${region}/${event}`;
  const wider = [
    ...(from ?? []).filter((state) => !(before.from as readonly string[]).includes(state)),
    ...(to ?? []).filter((state) => !(before.to as readonly string[]).includes(state)),
  ];
  return [
    ...(event === BEGINS ? [`${key} begins every case, and stays as it is`] : []),
    ...wider.map((state) => `${key} is not narrower: ${state} is not in the row of all`),
    ...(to?.length === 0 ? [`${key} leads nowhere`] : []),
  ];
}

function addedProblems(
  { region, event, from = [], to = [] }: TransitionChange,
  base: readonly Transition[],
): readonly string[] {
  const key = `${region}/${event}`;
  const known = reachedIn(region, base);
  const unknown = from.filter((state) => !known.has(state));
  return [
    ...(EVENTS.has(event) ? [] : [`${key}: no row of the lifecycle has such an event`]),
    ...(from.length === 0 ? [`${key} does not say in which states the event may happen`] : []),
    ...(to.length === 0 ? [] : [`${key} leaves ${region} alone, so that it can lead nowhere`]),
    ...unknown.map((state) => `${key}: ${region} has no state ${state}`),
  ];
}

/** A table in which release or clearance can never come. */
function joinProblems(table: readonly Transition[]): readonly string[] {
  return Object.entries(JOINED).flatMap(([region, states]) => {
    const reached = reachedIn(region as Region, table);
    return states.flatMap((state) =>
      reached.has(state) ? [] : [`${region}: ${state}, where the regions join, cannot be reached`],
    );
  });
}

const known = new WeakMap<ClearanceProfile, TransitionIndex>();

/** Undefined: the country has the table of all. A profile whose rows are not allowed is a bug of its folder. */
export function transitionsOf(profile: ClearanceProfile): TransitionIndex | undefined {
  if (profile.transitions === undefined) return undefined;
  const before = known.get(profile);
  if (before !== undefined) return before;
  const { table, problems } = mergeTransitions(profile.transitions);
  if (problems.length > 0) throw new Error(`transitions of the country: ${problems.join("; ")}`);
  const index = indexOf(table);
  known.set(profile, index);
  return index;
}
