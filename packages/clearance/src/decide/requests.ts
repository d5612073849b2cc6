/** Amend and cancel: what a trader asks to change after lodging, and the verdict. */
import type { Amend, Cancel } from "../command.ts";
import { refuse } from "../errors.ts";
import { declarationFacts } from "../facts.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import { takeUp } from "./accept.ts";
import { assess, giveBack } from "./debt.ts";
import type { Draft, Step } from "./draft.ts";
import { functionalErrors, taken } from "./lodging.ts";
import { restoreStock } from "./stock.ts";

export function amend(draft: Draft, command: Amend): Step {
  if (CLOSED_CONTROL.has(draft.state.control)) return refuse("CH3002");
  const amended = command.declaration;
  const findings = [
    ...command.findings,
    ...taken({ declaration: amended, context: draft.context }),
  ];
  if (findings.length > 0) {
    draft.add("AmendmentRejected", {
      lrn: command.lrn,
      errors: functionalErrors(findings, draft.context.country),
    });
    return undefined;
  }
  const facts = declarationFacts(amended, draft.context.country);
  if (facts === undefined) return refuse("CH3001");
  if (facts.form !== draft.state.form)
    return refuse(
      "CH3003",
      "An amendment makes no declaration simplified, supplementary or complete.",
    );
  const request = requestId(draft);
  draft.add("AmendmentReceived", { request, lrn: command.lrn });
  if (draft.state.at.released !== undefined) {
    draft.add("RequestDecided", {
      request,
      kind: "amendment",
      verdict: "denied",
      reason: "released",
    });
    return undefined;
  }
  draft.add("RequestDecided", { request, kind: "amendment", verdict: "granted" });
  draft.declaration = amended;
  const { dataSet, assessed, exitExpected, debtAtRelease, ucrs, items } = facts;
  const parties = [...new Set([...facts.parties, draft.state.submitter])];
  draft.add("DeclarationAmended", {
    version: draft.state.version + 1,
    documentDigest: command.digest,
    items,
    changes: command.changes,
    registration: { dataSet, assessed, exitExpected, debtAtRelease, ucrs, parties },
  });
  if (draft.state.at.accepted !== undefined) takeUp(draft);
  else if (draft.state.assessed) assess(draft);
  return undefined;
}

export function cancel(draft: Draft, command: Cancel): Step {
  const { control, at, direction, goods } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  const request = requestId(draft);
  draft.add("CancellationReceived", { request, lrn: command.lrn });
  const leftCustoms = direction === "import" ? at.released !== undefined : goods === "exited";
  const detained = control === "detained";
  if (leftCustoms || detained) {
    const reason = detained ? "detained" : "released";
    draft.add("RequestDecided", { request, kind: "cancellation", verdict: "denied", reason });
    return undefined;
  }
  if (!restoreStock(draft)) return refuse("CH3009");
  draft.add("RequestDecided", { request, kind: "cancellation", verdict: "granted" });
  invalidate(draft);
  return undefined;
}

/** Ends the declaration and returns all that was reserved for it. */
export function invalidate(draft: Draft): void {
  const { at } = draft.state;
  const before =
    at.accepted === undefined ? "arrival" : at.cleared === undefined ? "clearance" : "exit";
  giveBack(draft);
  draft.add("DeclarationInvalidated", { before });
}

function requestId(draft: Draft): string {
  return `R${draft.state.requests.length + 1}`;
}
