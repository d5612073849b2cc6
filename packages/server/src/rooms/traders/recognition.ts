/** Which foreign operators of a declaration a partner has authorised, and what they count as here. */
import { repeatedValues } from "@customhouse/clearance";
import type { Country, Declaration, Recognition } from "@customhouse/model";
import type { MainPathParts } from "../declarations/parts.ts";

type Parts = Pick<MainPathParts, "country" | "store" | "clock">;

const MAX_NAMED = 50;

/** Codes as in selectivity. Nothing is asked of the database where no arrangement is in force or nobody is named. */
export async function recognisedGrants(
  parts: Parts,
  declaration: Declaration,
): Promise<readonly string[]> {
  const { country } = parts;
  const ids = foreignOperators(declaration, country);
  if (ids.length === 0) return [];
  return [...new Set((await recognitionsOf(parts, ids)).flatMap(({ grants }) => grants))];
}

export interface Recognised extends Pick<Recognition, "number" | "partner" | "grants"> {
  readonly id: string;
  readonly type: string;
}

export async function recognitionsOf(
  { country, store, clock }: Parts,
  ids: readonly string[],
): Promise<readonly Recognised[]> {
  const arrangements = country.register.recognitions ?? [];
  if (arrangements.length === 0) return [];
  const day = clock().toISOString().slice(0, 10);
  const entries = await store.recognised(ids, day);
  return entries.flatMap(({ id, arrangement, type }) => {
    const found = arrangements.find(({ number }) => number === arrangement);
    if (found === undefined || !found.types.includes(type) || !id.startsWith(found.partner))
      return [];
    const { number, partner, grants } = found;
    return [{ id, type, number, partner, grants }];
  });
}

/** Only numbers that may be of a partner. */
function foreignOperators(declaration: Declaration, country: Country): readonly string[] {
  const partners = (country.register.recognitions ?? []).map(({ partner }) => partner);
  const places = country.recognition?.parties ?? [];
  if (partners.length === 0) return [];
  const named = places.flatMap((place) => repeatedValues(declaration, place));
  const possible = named.filter((id) => partners.some((partner) => id.startsWith(partner)));
  return [...new Set(possible)].slice(0, MAX_NAMED);
}
