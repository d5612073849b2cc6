/** Lane, documents, examination, agencies: what officers want and what they find. */
import { type ControlKind, holds, isMoreIntrusive } from "@customhouse/model";
import type { Case } from "../case.ts";
import type {
  ControlFinding,
  DecideAgencyCheck,
  OrderControl,
  RecordControlResult,
  RouteToLane,
  SupplyDocument,
} from "../command.ts";
import { refuse } from "../errors.ts";
import { dueOf } from "../fold.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import { decisionState, ruleOf } from "./checks.ts";
import { adjustPermits, giveBack } from "./debt.ts";
import type { Draft, Step } from "./draft.ts";

export function routeToLane(draft: Draft, command: RouteToLane): Step {
  const { control } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (control === "prelodged") return refuse("CH3003", "Goods are selected once they are here.");
  const { lane, criteria, basis, probability, run, again = false } = command;
  if (again && !isMoreIntrusive(lane, draft.state.lane ?? "green"))
    return refuse("CH3003", "No more intrusive lane is asked for.");
  const standByUntil = again ? leftOfStandBy(draft) : standByOf(draft);
  draft.add("LaneAssigned", {
    lane,
    criteria,
    basis,
    probability: again ? (draft.state.laneChance ?? probability) : probability,
    ...(run === undefined ? {} : { run }),
    standByUntil,
  });
  const ordered = draft.state.tasks
    .filter((task) => task.state === "open")
    .map((task) => task.kind);
  const wanted = [...new Set([...command.controls, ...controlsOfCargo(draft)])];
  const fresh = wanted.filter((kind) => !ordered.includes(kind));
  for (const kind of fresh) order(draft, kind);
  if (fresh.length > 0 && command.simulatedResultSeconds !== undefined) {
    draft.add("ControlSimulated", { dueAt: draft.inSeconds(command.simulatedResultSeconds) });
  }
  if (standByUntil <= draft.context.now) draft.add("StandByEnded", {});
  return undefined;
}

/** Until when an officer may take another lane although nothing selected the declaration. */
function standByOf(draft: Draft): string {
  const standBy = draft.context.country.clearance.standBy.find((entry) =>
    holds(entry.when, draft.declaration, draft.declaration),
  );
  return draft.inSeconds(standBy?.seconds ?? 0);
}

/** It does not begin anew. */
function leftOfStandBy({ state, context: { now } }: Draft): string {
  return dueOf(state, "stand-by") ?? now;
}

/** Allows a new risk assessment under customs control. Its result is decided with the lane that the assessment gives. */
export function reassess(draft: Draft): Step {
  if (!underCustoms(draft)) return refuse("CH3003", "The goods are not under customs control.");
  if (draft.state.lane === undefined)
    return refuse("CH3003", "Its goods were selected on another declaration.");
  return undefined;
}

/** The controls that the country orders for a mismatch with the manifest or an alarm of a container. */
function controlsOfCargo(draft: Draft): readonly ControlKind[] {
  const { state, context } = draft;
  const mismatches = state.cargo?.mismatches ?? [];
  const ofMismatch = mismatches.length === 0 ? undefined : context.country.cargo?.onMismatch;
  return [ofMismatch, controlOfAlarms(draft)].filter((kind) => kind !== undefined);
}

function controlOfAlarms({ context }: Draft): ControlKind | undefined {
  const { country, containerAlarms = [] } = context;
  const wanted = country.cargo?.onAlarm;
  return containerAlarms.some((kind) => wanted?.kinds.includes(kind)) ? wanted?.control : undefined;
}

/** A container gave an alarm after the declaration had been accepted. */
export function heedAlarm(draft: Draft): Step {
  if (!underCustoms(draft)) return refuse("CH3003", "The goods are not under customs control.");
  const wanted = controlOfAlarms(draft);
  const isOrdered = draft.state.tasks.some(
    ({ kind, state }) => kind === wanted && state === "open",
  );
  if (wanted === undefined || isOrdered)
    return refuse("CH3003", "No other control is wanted for alarms.");
  order(draft, wanted);
  return undefined;
}

export function orderControl(draft: Draft, command: OrderControl): Step {
  if (!underCustoms(draft)) return refuse("CH3003", "The goods are not under customs control.");
  order(draft, command.control);
  return undefined;
}

function order(draft: Draft, kind: ControlKind): void {
  const task = `T${draft.state.tasks.length + 1}`;
  if (kind === "physical") {
    draft.add("ExaminationOrdered", { task });
    return;
  }
  const limit = draft.inDays(draft.context.country.clearance.days.documents);
  draft.add("DocumentsRequested", { task, blocking: kind === "documentary", limit });
}

export function supplyDocument(draft: Draft, command: SupplyDocument): Step {
  if (CLOSED_CONTROL.has(draft.state.control)) return refuse("CH3002");
  const { digest, documentType } = command;
  draft.add("DocumentSupplied", { digest, documentType });
  return undefined;
}

export function recordControlResult(draft: Draft, command: RecordControlResult): Step {
  if (!underCustoms(draft)) return refuse("CH3003", "The goods are not under customs control.");
  const open = draft.state.tasks.filter((task) => task.state === "open");
  const chosen =
    command.taskId === undefined ? open : open.filter((task) => task.id === command.taskId);
  if (chosen.length === 0) return refuse("CH3004");
  const { result, findings = [], textDigest } = command;
  const unknown = unknownFinding(draft, findings);
  if (unknown !== undefined) return refuse("CH3010", unknown);
  for (const { id, kind } of chosen) {
    draft.add("ControlResultRecorded", {
      task: id,
      kind,
      result,
      ...(findings.length === 0 ? {} : { findings }),
      ...(textDigest === undefined ? {} : { textDigest }),
    });
  }
  if (command.result === "detained") draft.add("GoodsDetained", {});
  if (command.result === "refused") {
    giveBack(draft);
    draft.add("DeclarationInvalidated", { before: "clearance" });
  }
  return undefined;
}

function unknownFinding(draft: Draft, findings: readonly ControlFinding[]): string | undefined {
  const { findings: known = [] } = draft.context.country;
  for (const { code, item } of findings) {
    if (!known.some((one) => one.code === code)) return `There is no finding ${code}.`;
    if (item !== undefined && !draft.state.items.some(({ sequence }) => sequence === item)) {
      return `There is no goods item ${item}.`;
    }
  }
  return undefined;
}

export function decideAgencyCheck(draft: Draft, command: DecideAgencyCheck): Step {
  if (CLOSED_CONTROL.has(draft.state.control)) return refuse("CH3002");
  const check = draft.state.checks.find((entry) => entry.id === command.checkId);
  if (check === undefined || check.state === "withdrawn") return refuse("CH3004");
  if (draft.state.at.released !== undefined)
    return refuse("CH3003", "The goods were already released.");
  const state = decisionState(command.decision);
  if (state === undefined) return refuse("CH3005");
  const reasons = ruleOf(check, draft.context.country)?.reasons;
  const { reasonCode } = command;
  const known = reasons?.find((reason) => reason.code === reasonCode);
  if (reasonCode !== undefined && known === undefined)
    return refuse("CH3008", `There is no reason ${reasonCode} for this check.`);
  if (known?.decisions !== undefined && !known.decisions.includes(command.decision))
    return refuse("CH3008", `${reasonCode} is no reason for ${command.decision}.`);
  if (reasons !== undefined && state !== "released" && reasonCode === undefined)
    return refuse("CH3008", `Give one of ${reasons.map((reason) => reason.code).join(", ")}.`);
  draft.add("AgencyDecided", {
    check: check.id,
    agency: check.agency,
    decision: command.decision,
    state,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(command.textDigest === undefined ? {} : { textDigest: command.textDigest }),
  });
  const wasRefused = check.state === "refused";
  if (wasRefused === (state === "refused") || adjustPermits(draft)) return undefined;
  return refuse("CH3003", "What is left of the permit no longer covers these goods.");
}

function underCustoms(draft: Draft): boolean {
  return isUnderCustoms(draft.state);
}

/** Accepted and not let go yet. */
export function isUnderCustoms({ control, at }: Case): boolean {
  return at.accepted !== undefined && at.released === undefined && !CLOSED_CONTROL.has(control);
}
