/**
 * The lifecycle as one table: four regions side by side, joined at release. Every state change a case ever makes is
 * a row here; `apply` refuses any other. A country forbids more through its profile (`clearance.transitions`), without code:
 * `merge-transitions.ts` says what it may.
 */
import type { AgenciesState, Case, ControlState, DebtState, GoodsState } from "./case.ts";
import type { EventType } from "./event.ts";

export interface RegionStates {
  readonly control: ControlState;
  readonly agencies: AgenciesState;
  readonly debt: DebtState;
  readonly goods: GoodsState;
}
export type Region = keyof RegionStates;

export interface Transition<R extends Region = Region> {
  readonly region: R;
  readonly event: EventType;
  readonly from: readonly RegionStates[R][];
  readonly to: readonly RegionStates[R][];
}

const OPEN_CONTROL = ["prelodged", "accepted", "controlled", "detained", "positive"] as const;

function row<R extends Region>(
  region: R,
  event: EventType,
  from: readonly RegionStates[R][],
  ...to: RegionStates[R][]
): Transition {
  return { region, event, from, to } as unknown as Transition;
}

export const TRANSITIONS: readonly Transition[] = [
  row("control", "DeclarationRegistered", ["received"], "prelodged", "received"),
  row("control", "DeclarationRejected", ["received", "prelodged"], "rejected"),
  row("control", "DeclarationAccepted", ["received", "prelodged"], "accepted"),
  row("control", "DeclarationExpired", ["prelodged"], "expired"),
  row(
    "control",
    "DocumentsRequested",
    ["accepted", "controlled", "detained", "positive"],
    "controlled",
    "positive",
    "accepted",
    "detained",
  ),
  row(
    "control",
    "ExaminationOrdered",
    ["accepted", "controlled", "detained", "positive"],
    "controlled",
    "detained",
  ),
  row(
    "control",
    "ControlResultRecorded",
    ["accepted", "controlled", "detained", "positive"],
    "controlled",
    "accepted",
    "detained",
    "positive",
  ),
  row("control", "GoodsDetained", ["accepted", "controlled", "detained", "positive"], "detained"),
  row("control", "PositionReached", ["accepted"], "positive"),
  row(
    "control",
    "DeclarationAmended",
    ["prelodged", "accepted", "controlled", "detained", "positive"],
    "prelodged",
    "accepted",
    "controlled",
    "detained",
  ),
  row("control", "DeclarationInvalidated", OPEN_CONTROL, "invalidated"),

  row(
    "agencies",
    "AgencyCheckOpened",
    ["none", "pending", "held", "clear", "refused"],
    "pending",
    "held",
    "refused",
  ),
  row(
    "agencies",
    "AgencyDecided",
    ["pending", "held", "clear", "refused"],
    "pending",
    "held",
    "clear",
    "refused",
  ),
  row(
    "agencies",
    "AgencyCheckWithdrawn",
    ["pending", "held", "clear", "refused"],
    "none",
    "pending",
    "held",
    "clear",
    "refused",
  ),

  row(
    "debt",
    "DebtAssessed",
    ["none", "provisional", "reserved", "blocked"],
    "provisional",
    "reserved",
    "final",
  ),
  row("debt", "DebtReserved", ["none", "provisional", "reserved", "blocked"], "reserved"),
  row("debt", "ReservationFailed", ["none", "provisional", "reserved", "blocked"], "blocked"),
  row("debt", "PaymentRequested", ["provisional", "reserved", "blocked"], "blocked"),
  row("debt", "PaymentReceived", ["blocked"], "reserved", "blocked"),
  row("debt", "DeclarationSupplemented", ["none", "reserved"], "returned"),
  row("debt", "DebtReturned", ["provisional", "reserved", "blocked", "final"], "returned"),

  row("goods", "GoodsArrived", ["expected"], "presented"),
  row("goods", "GoodsExited", ["expected", "presented"], "exited"),
];

/** States in which a region can still change; an invalidated, rejected or expired declaration is closed. */
export const CLOSED_CONTROL: ReadonlySet<ControlState> = new Set([
  "rejected",
  "expired",
  "invalidated",
]);

const REGIONS: readonly Region[] = ["control", "agencies", "debt", "goods"];

export type TransitionIndex = ReadonlyMap<EventType, Partial<Record<Region, Transition>>>;

/** By event, then by region: looked into for every event of every case. */
export function indexOf(table: readonly Transition[]): TransitionIndex {
  const index = new Map<EventType, Partial<Record<Region, Transition>>>();
  for (const transition of table) {
    const { event, region } = transition;
    index.set(event, { ...index.get(event), [region]: transition });
  }
  return index;
}

const INDEX = indexOf(TRANSITIONS);

/** The changes of state from `before` to `after` that the table does not allow. Empty: all are allowed. */
export function violations(
  before: Case,
  after: Case,
  event: EventType,
  index: TransitionIndex = INDEX,
): readonly string[] {
  const found: string[] = [];
  const transitions = index.get(event);
  for (const region of REGIONS) {
    const from = before[region] as string;
    const to = after[region] as string;
    const transition = transitions?.[region];
    if (transition === undefined) {
      if (from !== to) found.push(`${region}: ${event} may not move ${from} to ${to}`);
      continue;
    }
    const known = transition.from.some((state) => state === from);
    const allowed = from === to || transition.to.some((state) => state === to);
    if (!known || !allowed) found.push(`${region}: ${event} may not move ${from} to ${to}`);
  }
  return found;
}

const INITIAL: Readonly<Record<Region, string>> = {
  control: "received",
  agencies: "none",
  debt: "none",
  goods: "expected",
};

/** States that nothing leaves. */
export const FINAL: Readonly<Record<Region, ReadonlySet<string>>> = {
  control: CLOSED_CONTROL,
  agencies: new Set(),
  debt: new Set(["returned"]),
  goods: new Set(["exited"]),
};

/** Checks the table itself: every state reachable, none left that should be final, no row twice. */
export function tableProblems(table: readonly Transition[] = TRANSITIONS): readonly string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { region, event, from, to } of table) {
    const key = `${region}/${event}`;
    if (seen.has(key)) problems.push(`${key} stands twice`);
    seen.add(key);
    for (const state of to.length === 0 ? [] : from) {
      if (FINAL[region].has(state)) problems.push(`${key} leaves the final state ${state}`);
    }
  }
  for (const region of REGIONS) {
    const reached = reachedIn(region, table);
    const rows = table.filter((candidate) => candidate.region === region);
    const named = new Set(rows.flatMap(({ from, to }) => [...from, ...to] as string[]));
    for (const state of named) {
      if (!reached.has(state)) problems.push(`${region}: ${state} cannot be reached`);
    }
  }
  return problems;
}

/** States of a region that some way of its rows leads to. */
export function reachedIn(region: Region, table: readonly Transition[]): ReadonlySet<string> {
  const rows = table.filter((candidate) => candidate.region === region);
  const reached = new Set<string>([INITIAL[region]]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of rows) {
      if (from.some((state) => reached.has(state))) for (const state of to) reached.add(state);
    }
  }
  return reached;
}
