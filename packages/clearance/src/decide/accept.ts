/** Legal acceptance: the moment that decides the law in force, the debt and the deadlines. */
import { holds } from "@customhouse/model";
import { takeOverCargo } from "./cargo.ts";
import { openChecks } from "./checks.ts";
import { assess, secure } from "./debt.ts";
import type { Draft } from "./draft.ts";
import { claimQuotas } from "./quota.ts";
import { nameRulings } from "./rulings.ts";
import { nameSimplified } from "./simplified.ts";
import { planStock } from "./stock.ts";

/** `arrived`: a pre-lodged declaration whose goods are here now takes the type and version of an arrived one. */
export function accept(draft: Draft, arrived: boolean): void {
  const { clearance } = draft.context.country;
  const type = draft.state.declarationType;
  draft.add("DeclarationAccepted", {
    declarationType: arrived ? typeAtArrival(type, clearance.typeAtArrival) : type,
    version: draft.state.version + (arrived ? 1 : 0),
    corrected: arrived && holds(clearance.arrivalCorrects, draft.declaration, draft.declaration),
  });
  takeUp(draft);
  // Nothing is selected, so no time stands by for another selection.
  if (draft.state.form === "supplementary") draft.add("StandByEnded", {});
}

/**
 * Carries out what follows from an accepted version: rulings, debt, quotas, checks. Goods that a simplified declaration
 * released are not controlled again.
 */
export function takeUp(draft: Draft): void {
  const isSupplementary = draft.state.form === "supplementary";
  nameRulings(draft);
  if (isSupplementary) nameSimplified(draft);
  if (draft.state.assessed) assess(draft);
  claimQuotas(draft);
  if (isSupplementary) {
    secure(draft);
    return;
  }
  planStock(draft);
  takeOverCargo(draft);
  secure(draft);
  openChecks(draft);
}

function typeAtArrival(type: string, table: Readonly<Record<string, string>>): string {
  const last = type.slice(-1);
  return type.slice(0, -1) + (table[last] ?? last);
}
