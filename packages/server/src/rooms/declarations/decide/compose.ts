/**
 * One act, decided whole: the command, then the risk run it calls for, then the lane. Pure composition of the cores:
 * nothing here reads a clock or a database. Risk answers from memory, by what was known at the moment of the act.
 */
import {
  type Case,
  type CaseEvent,
  type Command,
  type Context,
  decide,
  type NamedRecords,
  type Notification,
  notificationOf,
  type Refusal,
  type RiskRun,
  type RouteToLane,
} from "@customhouse/clearance";
import type { Country, Declaration, OpeningReservation, Settlement } from "@customhouse/model";
import { type Assessment, type AssessmentInput, assess, type LaneCounts } from "@customhouse/risk";
import type { RiskExtras, RiskRow } from "@customhouse/risk/features";
import { traderIn } from "@customhouse/traders";
import { onceEach } from "../../../platform/once.ts";
import type { RiskAssessment, RiskSource } from "../../risk/contract.ts";
import type { LookedUp } from "./gather.ts";
import { wordingFor } from "./wording.ts";

export interface Act {
  readonly before: Case | undefined;
  readonly command: Command;
  /** As it stands before the act; Submit and Amend bring one of their own. */
  readonly declaration: Declaration | undefined;
  readonly country: Country;
  readonly now: string;
  readonly caseId: string;
  readonly mrn: string;
  /** Uniform draws in [0, 1) for selectivity. */
  readonly draws: readonly [number, number];
  readonly counts: LaneCounts;
  /** The records that the declaration names. */
  readonly records?: NamedRecords;
  readonly risk?: RiskSource;
  /** Facts from outside of the case. */
  readonly lookedUp?: LookedUp;
  readonly office: string;
}

/** The decision in one of the two outcomes of an act. */
export interface DecidedBranch {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly notifications: readonly Notification[];
  readonly settlements: readonly Settlement[];
  readonly reservations: readonly OpeningReservation[];
}

export interface Outcome {
  readonly kind: "outcome";
  readonly granted: DecidedBranch;
  /** The features that the risk run saw; absent where nobody will ask for its reasons. */
  readonly seen?: RiskRow;
  /** Present when reservations are asked for: what happens if these accounts do not cover what is asked of them. */
  readonly refused?: (shortAccounts: readonly string[]) => DecidedBranch | undefined;
}

export function compose(act: Act): Outcome | Refusal {
  // Assessed once: the branch for a short account has the same lane.
  let routed: Routed | undefined;
  const route = (accepted: Case): RouteToLane => {
    routed ??= routeOf(act, accepted);
    return routed.command;
  };
  const granted = run(act, route);
  if (granted.kind === "refused") return granted;
  const { reservations } = granted;
  const takes = reservations.some((reservation) => reservation.amountMinor > 0n);
  const seen = routed?.seen === undefined ? {} : { seen: routed.seen };
  if (!takes) return { kind: "outcome", granted: branchOf(act, granted), ...seen };
  return {
    kind: "outcome",
    granted: branchOf(act, granted),
    ...seen,
    refused: onceEach((accounts) => refusedBranch(act, route, accounts)),
  };
}

type Route = (accepted: Case) => RouteToLane;

/** Undefined: there is no way on without what these accounts lack. */
function refusedBranch(
  act: Act,
  route: Route,
  shortAccounts: readonly string[],
): DecidedBranch | undefined {
  const refused = run(act, route, new Set(shortAccounts));
  return refused.kind === "refused" ? undefined : branchOf(act, refused);
}

interface Run {
  readonly kind: "run";
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  /** The case right after each event. */
  readonly states: readonly Case[];
  readonly reservations: readonly OpeningReservation[];
  readonly settlements: readonly Settlement[];
}

function run(act: Act, route: Route, shortAccounts?: ReadonlySet<string>): Run | Refusal {
  const { country, now, caseId, mrn } = act;
  const context: Context = {
    country,
    now,
    caseId,
    mrn,
    office: act.office,
    ...(shortAccounts === undefined ? {} : { shortAccounts }),
    ...act.records,
    ...act.lookedUp,
    ...(act.declaration === undefined ? {} : { declaration: act.declaration }),
  };
  const first = decide(act.before, act.command, context);
  if (first.kind === "refused") return first;
  if (!first.needsRisk) return { ...first, kind: "run" };
  const declaration = declarationOf(act);
  const routed = decide(first.case, route(first.case), { ...context, declaration });
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

interface Routed {
  readonly command: RouteToLane;
  readonly seen?: RiskRow;
}

/** The risk run, and the lane that comes of it. */
function routeOf(act: Act, accepted: Case): Routed {
  const { country, now: at, office, risk, draws, counts } = act;
  const declaration = declarationOf(act);
  const importer = declaration.GoodsShipment?.Importer?.ID;
  const held = (tin: string | undefined) =>
    traderIn(tin ?? "", country.register)?.authorisations ?? [];
  const authorisations = [...held(accepted.declarant), ...(act.lookedUp?.recognised ?? [])];
  const { screening, containerAlarms: alarms } = act.lookedUp ?? {};
  const screened = screening?.result;
  const extras: RiskExtras = {
    declarantAuthorisations: authorisations,
    importerAuthorisations: held(importer),
    ...(accepted.cargo === undefined
      ? {}
      : { cargo: { mismatches: accepted.cargo.mismatches.length } }),
    ...(alarms === undefined ? {} : { containers: { alarms: alarms.length } }),
    ...(screened === undefined ? {} : { screening: screened }),
  };
  const again = act.command.type === "Reassess";
  const input: AssessmentInput = {
    ...{ declaration, country, counts, authorisations },
    draws: again ? NEVER_DRAWN : draws,
  };
  const { assessment, run, row }: RiskAssessment =
    risk === undefined
      ? { assessment: assess(input) }
      : risk.assess(input, accepted, { at, office }, extras);
  const { lane, controls, criteria, basis, probability, simulatedResultSeconds } = assessment;
  return {
    command: {
      type: "RouteToLane",
      lane,
      controls,
      criteria,
      basis,
      probability,
      ...(run === undefined ? {} : { run }),
      ...(simulatedResultSeconds === undefined ? {} : { simulatedResultSeconds }),
      ...(again ? { again } : {}),
    },
    ...(row !== undefined && isTelling(assessment, run) ? { seen: row() } : {}),
  };
}

/** A later assessment draws nothing at random: the stored probability is that of one draw, at the first assessment. */
const NEVER_DRAWN = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** Whether anybody will ask why. */
function isTelling({ lane, shadow = [] }: Assessment, { failed = [] }: Partial<RiskRun> = {}) {
  return lane !== "green" || shadow.length > 0 || failed.length > 0;
}

/** The declaration as it stands after the act. */
function declarationOf(act: Act): Declaration {
  const { command } = act;
  return command.type === "Submit" || command.type === "Amend"
    ? command.declaration
    : (act.declaration ?? {});
}

/** Each notification is derived from the case as it was right after its event. */
function branchOf(act: Act, decided: Run): DecidedBranch {
  const { case: found, events, states, settlements, reservations } = decided;
  const notifications = events.flatMap((event, index) => {
    const after = states[index];
    if (after === undefined) throw new Error("an event without a state");
    const wording = (party: string) => wordingFor(act.country, party);
    return notificationOf(event, after, after.eventCount, act.country, wording) ?? [];
  });
  return { case: found, events, notifications, settlements, reservations };
}
