/** A simplified declaration learns that a supplementary one owes its debt. */
import type { Supplement } from "../command.ts";
import { refuse } from "../errors.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import type { Draft, Step } from "./draft.ts";
import { clearSupplemented } from "./settle.ts";

/**
 * Marks a simplified declaration as completed. Its security was given back in the commit of the supplementary declaration,
 * so only the state of the case changes here.
 */
export function supplement(draft: Draft, { supplementary }: Supplement): Step {
  const { control, form, at, supplementedBy, reserved } = draft.state;
  if (supplementedBy !== undefined)
    return refuse("CH3021", `${supplementedBy} has completed it already.`);
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (form !== "simplified" || at.released === undefined)
    return refuse("CH3003", "Only a simplified declaration whose goods are released is completed.");
  const { currency } = draft.context.country;
  draft.add("DeclarationSupplemented", {
    supplementary,
    reservations: reserved
      .filter(({ unit }) => unit === currency)
      .map((entry) => ({ ...entry, amountMinor: (-BigInt(entry.amountMinor)).toString() })),
  });
  clearSupplemented(draft);
  return undefined;
}
