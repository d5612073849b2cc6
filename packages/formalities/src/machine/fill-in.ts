/** Names of accounts and units in a kind's data, with `{number}`, `{holder}` and `{<fact>}` filled in. */
import type { Formality } from "./state.ts";

type Named = Pick<Formality, "number" | "holder" | "facts">;

export function fillIn(text: string, { number, holder, facts }: Named): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === "number") return number;
    if (name === "holder") return holder;
    const fact = facts[name];
    return typeof fact === "string" ? fact : "";
  });
}
