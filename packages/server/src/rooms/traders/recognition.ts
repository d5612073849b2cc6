/** Which foreign operators of a declaration a partner has authorised, and what they count as here. */
import { repeatedValues } from "@customhouse/clearance";
import { type Country, type Declaration, legalDay } from "@customhouse/model";
import type { ActParts } from "../../platform/commit/act-parts.ts";
import type { Recognised, Traders } from "./contract.ts";

export interface TraderParts extends Pick<ActParts, "country" | "clock"> {
  /** Operators with these numbers whom a partner's list names on the day. */
  readonly recognised: (
    ids: readonly string[],
    day: string,
  ) => Promise<
    readonly { readonly id: string; readonly arrangement: string; readonly type: string }[]
  >;
}

export function createTraders(parts: TraderParts): Traders {
  return {
    recognitionsOf: (ids) => recognitionsOf(parts, ids),
    grantsOf: (declaration) => recognisedGrants(parts, declaration),
  };
}

const MAX_NAMED = 50;

/** Codes as in selectivity. Nothing is asked of the database where no arrangement is in force or nobody is named. */
async function recognisedGrants(
  parts: TraderParts,
  declaration: Declaration,
): Promise<readonly string[]> {
  const { country } = parts;
  const ids = foreignOperators(declaration, country);
  if (ids.length === 0) return [];
  return [...new Set((await recognitionsOf(parts, ids)).flatMap(({ grants }) => grants))];
}

async function recognitionsOf(
  { country, recognised, clock }: TraderParts,
  ids: readonly string[],
): Promise<readonly Recognised[]> {
  const arrangements = country.register.recognitions ?? [];
  if (arrangements.length === 0) return [];
  const day = legalDay(clock(), country);
  const entries = await recognised(ids, day);
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
