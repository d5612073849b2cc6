/** Formalities that a declaration names, looked up in the register. */
import { isInForce, kindsWith } from "@customhouse/formalities";
import {
  type FormalityRole,
  legalDay,
  type Registered,
  type RegisteredByNumber,
} from "@customhouse/model";
import type { DeclarationParts } from "../parts.ts";

/** Nothing is asked of the database where none is named. */
export async function registered(
  { country, formalities, clock }: Pick<DeclarationParts, "country" | "formalities" | "clock">,
  role: FormalityRole,
  numbers: readonly string[],
): Promise<RegisteredByNumber> {
  if (numbers.length === 0) return new Map();
  const day = legalDay(clock(), country);
  const found = await Promise.all(
    kindsWith(country.formalities, role).map(async (kind) =>
      (await formalities.ofKind(kind.kind, numbers)).map(
        ({ number, holder, state, facts }): [string, Registered] => [
          number,
          { number, holder, inForce: isInForce({ state, facts }, kind, day), facts },
        ],
      ),
    ),
  );
  return new Map(found.flat());
}
