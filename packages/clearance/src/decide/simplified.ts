/** Simplified declarations in the life of a case: released against a security, completed by a supplementary one. */
import type { Case, CompletedDeclaration } from "../case.ts";
import {
  caseAccount,
  isSupplementAccount,
  SUPPLEMENT_DONE,
  SUPPLEMENT_OPEN,
  simplifiedMrns,
  supplementRight,
} from "../simplified/named.ts";
import { usedUp } from "./debt.ts";
import type { Draft } from "./draft.ts";

/** Records the simplified declarations that this version of the declaration completes, with their present state. */
export function nameSimplified(draft: Draft): void {
  const { country, simplified } = draft.context;
  const completes = simplifiedMrns(draft.declaration, country).flatMap((mrn) => {
    const found = simplified?.get(mrn);
    return found === undefined ? [] : [completed(found, country.currency)];
  });
  const before = draft.state.supplements?.completes ?? [];
  const names = (list: readonly CompletedDeclaration[]) => list.map(({ mrn }) => mrn).join(" ");
  if (names(completes) !== names(before)) draft.add("SimplifiedNamed", { completes });
}

/** Only money is still held for goods that are released, and it stays so until they are cleared. */
function completed({ mrn, caseId, at, reserved }: Case, currency: string): CompletedDeclaration {
  const secured = reserved.filter(({ unit }) => unit === currency);
  return { mrn, caseId, accepted: at.accepted ?? "", secured };
}

/** The goods go, the security stays, and whoever declared them has so many days to complete what was left out. */
export function releaseSimplified(draft: Draft): void {
  const days = draft.context.country.simplified?.days;
  if (days === undefined) throw new Error("a simplified declaration where there are none");
  const { account, unit, amountMinor } = supplementRight(draft.state);
  draft.reservations.push({
    account,
    unit,
    amountMinor: -amountMinor,
    counter: SUPPLEMENT_OPEN,
    floorIfNew: 0n,
  });
  draft.add("GoodsReleased", {
    supplementBy: draft.inDays(days.supplement),
    supplementRemindAt: draft.inDays(days.supplement - days.remind),
  });
}

/**
 * The supplementary declaration owes the debt now: in the same commit what secured the simplified ones goes back, first,
 * so that an account is never asked for both. Their cases learn of it by the clock.
 */
export function settleSimplified(draft: Draft): void {
  const { supplements } = draft.state;
  if (supplements === undefined || supplements.isSettled === true) return;
  draft.reservations.unshift(
    ...supplements.completes.flatMap(({ caseId, secured }) =>
      secured.map(({ account, unit, amountMinor }) => ({
        account,
        unit,
        amountMinor: -BigInt(amountMinor),
        counter: caseAccount(caseId),
      })),
    ),
  );
  draft.add("SimplifiedSettled", {
    reservations: usedUp(draft, isSupplementAccount, SUPPLEMENT_DONE),
    tellAt: draft.context.now,
  });
}
