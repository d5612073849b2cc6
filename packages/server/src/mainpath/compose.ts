/**
 * One act, decided whole: the command, then the risk run it calls for, then the lane. Pure composition of the cores:
 * nothing here reads a clock or a database.
 */
import {
  type Case,
  type CaseEvent,
  type Command,
  type Context,
  decide,
  type Notification,
  notificationOf,
  type Permits,
  type Refusal,
  type Reservation,
  type Settlement,
} from "@customhouse/clearance";
import type { Country, Declaration } from "@customhouse/model";
import { assess, type LaneCounts } from "@customhouse/risk";
import { traderIn } from "@customhouse/traders";
import { onceEach } from "../once.ts";

export interface Act {
  readonly before: Case | undefined;
  readonly command: Command;
  /** The current version, or for Submit and Amend the one that the command brings. */
  readonly declaration: Declaration | undefined;
  readonly country: Country;
  readonly now: string;
  readonly caseId: string;
  readonly mrn: string;
  /** Uniform draws in [0, 1) for selectivity. */
  readonly draws: readonly [number, number];
  readonly counts: LaneCounts;
  readonly permits?: Permits;
  readonly office: string;
}

/** What one branch of the outcome writes. */
export interface Branch {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly notifications: readonly Notification[];
  readonly settlements: readonly Settlement[];
  readonly reservations: readonly Reservation[];
}

export interface Outcome {
  readonly kind: "outcome";
  readonly granted: Branch;
  /** Present when reservations are asked for: what happens if these accounts do not cover what is asked of them. */
  readonly refused?: (shortAccounts: readonly string[]) => Branch | undefined;
}

export function compose(act: Act): Outcome | Refusal {
  const granted = run(act);
  if (granted.kind === "refused") return granted;
  const { reservations } = granted;
  const takes = reservations.some((reservation) => reservation.amountMinor > 0n);
  if (!takes) return { kind: "outcome", granted: branchOf(act, granted) };
  return {
    kind: "outcome",
    granted: branchOf(act, granted),
    refused: onceEach((accounts) => refusedBranch(act, accounts)),
  };
}

/** Undefined: there is no way on without what these accounts lack. */
function refusedBranch(act: Act, shortAccounts: readonly string[]): Branch | undefined {
  const refused = run(act, new Set(shortAccounts));
  return refused.kind === "refused" ? undefined : branchOf(act, refused);
}

interface Run {
  readonly kind: "run";
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  /** The case right after each event. */
  readonly states: readonly Case[];
  readonly reservations: readonly Reservation[];
  readonly settlements: readonly Settlement[];
}

function run(act: Act, shortAccounts?: ReadonlySet<string>): Run | Refusal {
  const { country, now, caseId, mrn } = act;
  const context: Context = {
    country,
    now,
    caseId,
    mrn,
    office: act.office,
    ...(shortAccounts === undefined ? {} : { shortAccounts }),
    ...(act.permits === undefined ? {} : { permits: act.permits }),
    ...(act.declaration === undefined ? {} : { declaration: act.declaration }),
  };
  const first = decide(act.before, act.command, context);
  if (first.kind === "refused") return first;
  if (!first.needsRisk) return { ...first, kind: "run" };
  const declaration = documentOf(act.command) ?? act.declaration ?? {};
  const { authorisations = [] } = traderIn(first.case.declarant, country.register) ?? {};
  const assessment = assess({
    declaration,
    country,
    draws: act.draws,
    counts: act.counts,
    authorisations,
  });
  const routed = decide(
    first.case,
    { type: "RouteToLane", ...assessment },
    { ...context, declaration },
  );
  if (routed.kind === "refused") return routed;
  return {
    kind: "run",
    case: routed.case,
    events: [...first.events, ...routed.events],
    states: [...first.states, ...routed.states],
    reservations: [...first.reservations, ...routed.reservations],
    settlements: [...first.settlements, ...routed.settlements],
  };
}

function documentOf(command: Command): Declaration | undefined {
  return command.type === "Submit" || command.type === "Amend"
    ? command.document.Declaration
    : undefined;
}

/** Each notification is derived from the case as it was right after its event. */
function branchOf(act: Act, decided: Run): Branch {
  const { case: found, events, states, settlements, reservations } = decided;
  const notifications = events.flatMap((event, index) => {
    const after = states[index];
    if (after === undefined) throw new Error("an event without a state");
    return notificationOf(event, after, after.eventCount, act.country) ?? [];
  });
  return { case: found, events, notifications, settlements, reservations };
}
