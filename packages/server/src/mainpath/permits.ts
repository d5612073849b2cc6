/** The permits that a declaration names, looked up in the register. */
import { isInForce, type Permit, type Permits, permitNumbers } from "@customhouse/clearance";
import type { Declaration } from "@customhouse/model";
import type { MainPathParts } from "./parts.ts";

const NONE: Permits = new Map();

/** Nothing is asked of the database where none is named, as of most declarations. */
export async function permitsOf(
  parts: MainPathParts,
  declaration: Declaration | undefined,
): Promise<Permits> {
  const { country } = parts;
  const numbers = declaration === undefined ? [] : permitNumbers(declaration, country);
  const kind = country.formalities.find((entry) => entry.kind === "permit");
  if (numbers.length === 0 || kind === undefined) return NONE;
  const day = parts.clock().toISOString().slice(0, 10);
  const found = await parts.store.loadFormalities(kind.kind, numbers);
  return new Map(
    found.map((formality): [string, Permit] => [
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
