/** How a principal stands to a case. Facts only; what follows from them is in the policies. */
import type { Case } from "@customhouse/clearance";
import type { Register } from "@customhouse/model";
import type { Relation } from "./actions.ts";
import type { Principal } from "./principal.ts";

/** A case with the columns that access needs and the core does not hold. */
export interface CaseForAccess {
  readonly case: Pick<Case, "declarant" | "parties" | "checks">;
  readonly office?: string;
}

export function relationTo(
  principal: Principal,
  found: CaseForAccess,
  register: Register,
): Relation {
  switch (principal.role) {
    case "trader":
      return actsFor(principal.tin, register).some((tin) => isParty(found.case, tin))
        ? "own"
        : "none";
    case "agency":
      return found.case.checks.some((check) => check.agency === principal.agency)
        ? "agency"
        : "none";
    case "officer":
      return !principal.office || !found.office || found.office === principal.office
        ? "office"
        : "none";
    case "analyst":
    case "administrator":
      return "none";
  }
}

function isParty(found: CaseForAccess["case"], tin: string): boolean {
  return found.declarant === tin || found.parties.includes(tin);
}

const MAX_MANDATES = 500;

/** The trader itself and all who have empowered it. */
export function actsFor(tin: string | undefined, register: Register): readonly string[] {
  if (!tin) {
    return [];
  }
  const mandators = register.traders.filter((trader) => trader.mandates?.includes(tin));
  return [tin, ...mandators.slice(0, MAX_MANDATES).map((trader) => trader.tin)];
}
