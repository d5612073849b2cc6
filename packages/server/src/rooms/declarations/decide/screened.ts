/** Screening around an act on a declaration: before it is decided, and after it is committed. */
import { type Case, isUnderCustoms } from "@customhouse/clearance";
import type { Declaration } from "@customhouse/model";
import type { DeclarationParts } from "../parts.ts";
import type { LookedUp } from "./gather.ts";

/**
 * Whether all that the declaration names was compared with the very lists that are in force. Where it was not, it will be:
 * a party may be written otherwise by now, in the register, than when the declaration was lodged.
 */
export async function isScreened(
  { screening }: Pick<DeclarationParts, "screening">,
  caseId: string,
  { screening: looked }: LookedUp,
): Promise<boolean> {
  if (screening === undefined || (await screening.isCurrent(looked))) return true;
  if (looked !== undefined) screening.makeKnown(caseId, looked);
  return false;
}

/**
 * Whom a declaration that is held under customs control names is kept with it, so that a list that changes finds it. While
 * no list is in force nobody pays for it: those declarations are gone through when the first one is (`screenParties`).
 */
export function keepScreened(
  { screening }: Pick<DeclarationParts, "screening">,
  { case: after, routed }: { readonly case: Case; readonly routed: boolean },
  { screening: looked }: LookedUp,
  declaration: Declaration | undefined,
): void {
  if (screening === undefined || looked === undefined) return;
  const isOpen = declaration !== undefined && isUnderCustoms(after) && !isStandBy(after);
  screening.keep(after.caseId, looked, { routed, isOpen });
}

/** True while only the stand-by holds the declaration, as it does most of them: nothing is stored of these. */
function isStandBy({ control, agencies, debt, queries, requests }: Case): boolean {
  return (
    control === "accepted" &&
    (agencies === "none" || agencies === "clear") &&
    (debt === "none" || debt === "reserved" || debt === "final") &&
    queries.every((query) => query.state === "answered") &&
    requests.every((request) => request.state !== "open")
  );
}
