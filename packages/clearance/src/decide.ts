/**
 * The core's contract: `decide(case, command, context)` gives events and reservations, or a refusal. Pure: the clock,
 * the MRN and the current declaration are passed in.
 */
import type { OpeningReservation, Settlement } from "@customhouse/model";
import type { Case } from "./case.ts";
import type { Command, CommandType } from "./command.ts";
import { carryOutAppeal } from "./decide/appeal.ts";
import { matchCargoAnew } from "./decide/cargo.ts";
import {
  decideAgencyCheck,
  heedAlarm,
  orderControl,
  reassess,
  recordControlResult,
  routeToLane,
  supplyDocument,
} from "./decide/controls.ts";
import { passDeadline } from "./decide/deadlines.ts";
import { answerQuery, pay, raiseQuery } from "./decide/dialogue.ts";
import { type Context, Draft, type Step } from "./decide/draft.ts";
import { erase } from "./decide/erase.ts";
import { arrive, depart, submit } from "./decide/lodging.ts";
import { allocateQuota } from "./decide/quota.ts";
import { amend, cancel } from "./decide/requests.ts";
import { settle } from "./decide/settle.ts";
import { supplement } from "./decide/supplement.ts";
import { type Refusal, refuse } from "./errors.ts";
import type { CaseEvent } from "./event.ts";
import { CLOSED_CONTROL } from "./transitions.ts";

export interface Decision {
  readonly kind: "decided";
  readonly events: readonly CaseEvent[];
  /** The case right after each event. */
  readonly states: readonly Case[];
  readonly case: Case;
  /** To be made in the committing transaction; all hold or the branch for the short account is taken. */
  readonly reservations: readonly OpeningReservation[];
  readonly settlements: readonly Settlement[];
  /** Selectivity must route the declaration before it can go on: new, arrived, amended or to be assessed anew. */
  readonly needsRisk: boolean;
}

const STEPS: {
  readonly [T in CommandType]: (draft: Draft, command: Extract<Command, { type: T }>) => Step;
} = {
  Submit: submit,
  RouteToLane: routeToLane,
  Arrive: arrive,
  Depart: depart,
  Amend: amend,
  Cancel: cancel,
  SupplyDocument: supplyDocument,
  RecordControlResult: recordControlResult,
  OrderControl: orderControl,
  DecideAgencyCheck: decideAgencyCheck,
  Pay: pay,
  RaiseQuery: raiseQuery,
  AnswerQuery: answerQuery,
  AllocateQuota: allocateQuota,
  CarryOutAppeal: carryOutAppeal,
  Supplement: supplement,
  MatchCargo: matchCargoAnew,
  HeedAlarm: heedAlarm,
  Reassess: reassess,
  ErasePersonalData: erase,
  PassDeadline: passDeadline,
};

export function decide(
  state: Case | undefined,
  command: Command,
  context: Context,
): Decision | Refusal {
  if ((state === undefined) !== (command.type === "Submit")) return refuse("CH3006");
  if (state?.erased !== undefined && command.type !== "CarryOutAppeal")
    return refuse(
      "CH3002",
      "Its personal data were erased, so that nothing more can be decided on them.",
    );
  const draft = new Draft(state, context);
  const step = STEPS[command.type] as (draft: Draft, command: Command) => Step;
  const refusal = step(draft, command);
  if (refusal !== undefined) return refusal;
  const needsRisk = command.type === "Reassess" || awaitsRisk(state, draft.state);
  if (!needsRisk) settle(draft);
  if (draft.barred.length > 0) return refuse("CH3003", `Not here: ${draft.barred.join("; ")}.`);
  return {
    kind: "decided",
    events: draft.events,
    states: draft.states,
    case: draft.state,
    reservations: draft.reservations,
    settlements: draft.settlements,
    needsRisk,
  };
}

/** Newly accepted, or another version of an accepted declaration. */
function awaitsRisk(before: Case | undefined, after: Case): boolean {
  // Its goods were selected, and are released, on the simplified declaration.
  if (after.form === "supplementary") return false;
  if (CLOSED_CONTROL.has(after.control) || after.at.accepted === undefined) return false;
  return before?.at.accepted === undefined || before.version !== after.version;
}
