/** Formalities that a declaration names, looked up in the register. */
import { isInForce } from "@customhouse/formalities";
import type { Registered, RegisteredByNumber } from "@customhouse/model";
import type { MainPathParts } from "../parts.ts";

/** Nothing is asked of the database where none is named. */
export async function registered(
  { country, store, clock }: MainPathParts,
  kindName: "permit" | "ruling",
  numbers: readonly string[],
): Promise<RegisteredByNumber> {
  const kind = country.formalities.find((entry) => entry.kind === kindName);
  if (numbers.length === 0 || kind === undefined) return new Map();
  const day = clock().toISOString().slice(0, 10);
  const found = await store.loadFormalities(kind.kind, numbers);
  return new Map(
    found.map((formality): [string, Registered] => [
      formality.number,
      {
        number: formality.number,
        holder: formality.holder,
        inForce: isInForce(formality, kind, day),
        facts: formality.facts,
      },
    ]),
  );
}
