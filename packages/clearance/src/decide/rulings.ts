/** The rulings that an accepted version goes by are written into the case, so that whoever looks at it sees them. */
import { namedRulings } from "../ruling/declared.ts";
import type { Draft } from "./draft.ts";

export function nameRulings(draft: Draft): void {
  const { country, rulings: known } = draft.context;
  if (known === undefined) return;
  const rulings = namedRulings(draft.declaration, country, known);
  const before = draft.state.rulings ?? [];
  const textOf = (list: typeof rulings) =>
    list.map(({ item, number, decided }) => `${item} ${number} ${decided}`).join("\n");
  if (textOf(rulings) !== textOf(before)) draft.add("RulingsNamed", { rulings });
}
