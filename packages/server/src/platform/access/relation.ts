/** The relation of a principal to a case. Facts only: the policies say what follows from them. */
import type { Case } from "@customhouse/clearance";
import type { Register } from "@customhouse/model";
import { empowermentFor, principalsOf } from "@customhouse/traders";
import type { Action, Relation } from "./actions.ts";
import type { Principal } from "./principal.ts";

/** A case with the columns that access needs and the core does not hold. */
export interface CaseForAccess {
  readonly case: Pick<Case, "declarant" | "parties" | "checks">;
  readonly office?: string;
}

/** The register names only the mandates that are in force today (rooms/formalities/live-country.ts). */
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
  return tin ? principalsOf(tin, register).slice(0, MAX_MANDATES) : [];
}

const EMPOWERED_ACTS: ReadonlySet<Action> = new Set([
  "amend",
  "cancel",
  "present",
  "supplyDocument",
  "answerQuery",
]);

/** A representative may do what a mandate of one of the parties names, and no more. */
export function isEmpowered(
  principal: Principal,
  found: CaseForAccess,
  action: Action,
  register: Register,
  day: string,
): boolean {
  const { tin } = principal;
  if (principal.role !== "trader" || !EMPOWERED_ACTS.has(action)) return true;
  if (tin === undefined) return false;
  return [found.case.declarant, ...found.case.parties].some(
    (party) =>
      empowermentFor({ representative: tin, principal: party, act: action, on: day }, register) !==
      undefined,
  );
}
