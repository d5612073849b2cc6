/** Submit, arrive, depart: how a declaration and its goods come in and go out. */
import type { Country, Finding } from "@customhouse/model";
import type { Arrive, Depart, Submit } from "../command.ts";
import { refuse } from "../errors.ts";
import type { FunctionalError } from "../event.ts";
import { declarationFacts } from "../facts.ts";
import { takenFindings } from "../simplified/findings.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import { accept } from "./accept.ts";
import { assess, giveBack } from "./debt.ts";
import type { Draft, Step } from "./draft.ts";

export function submit(draft: Draft, command: Submit): Step {
  const { country, mrn } = draft.context;
  const facts = declarationFacts(command.declaration, country);
  if (facts === undefined) return refuse("CH3001");
  draft.declaration = command.declaration;
  const { prelodged, ...registration } = facts;
  const findings = [...command.findings, ...taken(draft)];
  const rejected = findings.length > 0;
  const waits = prelodged && !rejected;
  const submitter = command.submitter ?? facts.declarant;
  draft.add("DeclarationRegistered", {
    ...registration,
    submitter,
    ...(command.debtors === undefined || command.debtors.length < 2
      ? {}
      : { debtors: command.debtors }),
    parties: [...new Set([...facts.parties, submitter])],
    country: country.code,
    mrn,
    documentDigest: command.digest,
    prelodged: waits,
    ...(waits ? { arrivalBy: draft.inDays(country.clearance.days.arrival) } : {}),
  });
  if (rejected) {
    draft.add("DeclarationRejected", {
      errors: functionalErrors(findings, country),
      atArrival: false,
    });
  } else if (waits) {
    if (draft.state.assessed) assess(draft);
  } else {
    draft.add("GoodsArrived", { by: "declaration", dataSet: draft.state.dataSet });
    accept(draft, false);
  }
  return undefined;
}

/** Findings for simplified declarations that another declaration completed first, as the ledger shows. */
export function taken({
  declaration,
  context,
}: Pick<Draft, "declaration" | "context">): readonly Finding[] {
  const { country, shortAccounts } = context;
  return shortAccounts === undefined ? [] : takenFindings(declaration, country, shortAccounts);
}

/** Events hold no values of a declaration: a fix is told where it writes what a ruling decided. */
export function functionalErrors(
  findings: readonly Finding[],
  { rulings }: Country,
): readonly FunctionalError[] {
  return findings.map(({ code, pointer, instead, fix }) => ({
    code,
    pointer,
    ...(instead === undefined ? {} : { instead }),
    ...(fix !== undefined && code === rulings?.errorCodes.contradicted ? { fix } : {}),
  }));
}

export function arrive(draft: Draft, command: Arrive): Step {
  const { control, goods } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (goods !== "expected") {
    draft.add("MovementRecorded", { movement: "arrival" });
    return undefined;
  }
  const { by, location } = command;
  const { dataSet } = draft.state;
  draft.add("GoodsArrived", { by, dataSet, ...(location === undefined ? {} : { location }) });
  if (command.findings.length === 0) {
    accept(draft, true);
    return undefined;
  }
  giveBack(draft);
  draft.add("DeclarationRejected", {
    errors: functionalErrors(command.findings, draft.context.country),
    atArrival: true,
  });
  return undefined;
}

export function depart(draft: Draft, command: Depart): Step {
  const { control, direction, goods, at } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (direction !== "export") return refuse("CH3003", "Only exports depart.");
  if (goods === "exited") {
    draft.add("MovementRecorded", { movement: "departure" });
    return undefined;
  }
  const { office } = command;
  draft.add("GoodsExited", {
    irregular: at.released === undefined,
    monitored: draft.state.exitExpected,
    ...(office === undefined ? {} : { office }),
  });
  return undefined;
}
