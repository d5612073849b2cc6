/** What screening has to do with an act on a declaration, before it is decided and once it is committed. */
import { type Case, isUnderCustoms } from "@customhouse/clearance";
import type { Declaration } from "@customhouse/model";
import { namedIn } from "../screening/named-parties.ts";
import type { LookedUp } from "./look-up.ts";
import type { MainPathParts } from "./parts.ts";

/** Whether all that the declaration names was compared with the very lists that are in force. */
export async function isScreened(
  { screening }: Pick<MainPathParts, "screening">,
  { screening: looked }: LookedUp,
): Promise<boolean> {
  return screening === undefined || (await screening.isCurrent(looked));
}

/** Whom a declaration under customs control names is kept with it, so that a list that changes finds it. */
export function keepScreened(
  { screening, country }: Pick<MainPathParts, "screening" | "country">,
  { case: after, routed }: { readonly case: Case; readonly routed: boolean },
  { screening: looked }: LookedUp,
  declaration: Declaration | undefined,
): void {
  if (screening === undefined) return;
  const isOpen = declaration !== undefined && isUnderCustoms(after);
  if (looked === undefined && !isOpen) return;
  screening.keep(after.caseId, looked, {
    routed,
    ...(isOpen ? { open: { named: namedIn(declaration), register: country.register } } : {}),
  });
}
