/**
 * The decision for each kind of deadline that has passed. Deadlines are data of the case; the shell only reports that
 * one is due.
 */
import type { OverdueStep } from "@customhouse/model";
import type { AgencyCheck } from "../case.ts";
import type { PassDeadline } from "../command.ts";
import { refuse } from "../errors.ts";
import { dueOf } from "../fold.ts";
import { totalPayable } from "../tariff/assess.ts";
import { decisionState, ruleOf } from "./checks.ts";
import type { Draft, Step } from "./draft.ts";

import { invalidate } from "./requests.ts";
import { clearReleased } from "./settle.ts";

export function passDeadline(draft: Draft, command: PassDeadline): Step {
  const { kind } = command;
  const deadline = draft.state.deadlines.find((entry) => entry.kind === kind);
  if (deadline === undefined || deadline.dueAt > draft.context.now) return refuse("CH3004");
  if (kind.startsWith("agency:")) return agencyOverdue(draft, kind.slice("agency:".length));
  if (kind.startsWith("remind:")) return remindAgency(draft, kind.slice("remind:".length));
  const pass = PASSED[kind];
  if (pass === undefined) throw new Error(`no rule for the deadline ${kind}`);
  pass(draft);
  return undefined;
}

const PASSED: Readonly<Record<string, (draft: Draft) => void>> = {
  "stand-by": (draft) => draft.add("StandByEnded", {}),
  "simulated-control": concludeSimulated,
  arrival: expire,
  documents: (draft) =>
    draft.add("DocumentsReminded", {
      limit: draft.inDays(draft.context.country.clearance.days.documents),
    }),
  payment: (draft) =>
    draft.add("PaymentReminded", {
      amount: totalPayable(draft.state.duty, draft.context.country),
      remindAt: draft.inDays(draft.context.country.clearance.days.payment),
    }),
  quota: clearReleased,
  exit: (draft) => draft.add("ExitOverdue", {}),
  cargo: (draft) => draft.add("CargoTold", {}),
  "remind-supplement": (draft) =>
    draft.add("SupplementReminded", { limit: dueOf(draft.state, "supplement") ?? "" }),
  supplement: (draft) => draft.add("SupplementOverdue", {}),
  simplified: (draft) => draft.add("SimplifiedTold", {}),
  // Arranged at the end of every command, this one too.
  inspection: () => undefined,
};

function expire(draft: Draft): void {
  if (draft.state.control !== "prelodged") {
    invalidate(draft);
    return;
  }
  draft.add("DeclarationExpired", {});
}

function concludeSimulated(draft: Draft): void {
  for (const { id, kind } of draft.state.tasks.filter((task) => task.state === "open")) {
    draft.add("ControlResultRecorded", {
      task: id,
      kind,
      result: "satisfactory",
      simulated: true,
    });
  }
}

function agencyOverdue(draft: Draft, check: string): Step {
  const entry = draft.state.checks.find((candidate) => candidate.id === check);
  if (entry === undefined) return refuse("CH3004");
  draft.add("AgencyOverdue", { check, agency: entry.agency });
  const step = ruleOf(entry, draft.context.country)?.overdue?.[entry.overdueSteps ?? 0];
  if (step !== undefined) takeOverdueStep(draft, entry, step);
  return undefined;
}

function takeOverdueStep(
  draft: Draft,
  { id: check, agency }: AgencyCheck,
  step: OverdueStep,
): void {
  switch (step.do) {
    case "escalate":
      draft.add("AgencyEscalated", {
        check,
        agency,
        to: step.to,
        dueAt: draft.inSeconds(step.hours * 3600),
      });
      return;
    case "substitute":
      draft.add("AgencySubstituted", {
        check,
        from: agency,
        agency: step.agency,
        dueAt: draft.inSeconds(step.hours * 3600),
      });
      return;
    case "tacit": {
      const state = decisionState(step.decision);
      if (state === undefined) throw new Error(`the unknown decision ${step.decision} is tacit`);
      draft.add("AgencyDecided", {
        check,
        agency,
        decision: step.decision,
        state,
        reasonCode: "tacit",
      });
    }
  }
}

function remindAgency(draft: Draft, check: string): Step {
  const entry = draft.state.checks.find((candidate) => candidate.id === check);
  if (entry === undefined) return refuse("CH3004");
  draft.add("AgencyReminded", { check, agency: entry.agency });
  return undefined;
}
