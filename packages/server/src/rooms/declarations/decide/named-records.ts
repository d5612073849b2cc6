/** What a declaration names that is kept here: permits, binding rulings, simplified declarations that it completes. */
import {
  isSupplementary,
  permitFindings,
  permitNumbers,
  rulingFindings,
  rulingNumbers,
  type SimplifiedCases,
  simplifiedFindings,
  simplifiedMrns,
} from "@customhouse/clearance";
import type { Declaration, Finding, RegisteredByNumber } from "@customhouse/model";
import type { MainPathParts } from "../parts.ts";
import { registered } from "./registered.ts";

export interface NamedRecords {
  readonly permits: RegisteredByNumber;
  readonly rulings: RegisteredByNumber;
  readonly simplified: SimplifiedCases;
}

export const NOTHING_NAMED: NamedRecords = {
  permits: new Map(),
  rulings: new Map(),
  simplified: new Map(),
};

/** Nothing is asked of the database where none is named, as of most declarations. */
export async function recordsNamed(
  parts: MainPathParts,
  declaration: Declaration | undefined,
): Promise<NamedRecords> {
  if (declaration === undefined) return NOTHING_NAMED;
  const { country } = parts;
  const [permits, rulings, simplified] = await Promise.all([
    registered(parts, "lpco", permitNumbers(declaration, country)),
    registered(parts, "bindingRuling", rulingNumbers(declaration, country)),
    simplifiedOf(parts, declaration),
  ]);
  return { permits, rulings, simplified };
}

async function simplifiedOf(
  { country, store }: MainPathParts,
  declaration: Declaration,
): Promise<SimplifiedCases> {
  const mrns = simplifiedMrns(declaration, country);
  const found = await Promise.all(mrns.map((mrn) => store.loadByMrn(mrn)));
  return new Map(found.flatMap((stored) => (stored ? [[stored.case.mrn, stored.case]] : [])));
}

export function recordFindings(
  { country }: MainPathParts,
  declaration: Declaration,
  { permits, rulings, simplified }: NamedRecords,
  day: string,
): readonly Finding[] {
  // Permits were verified, and used up, when the simplified declaration let the goods go.
  const ofPermits = isSupplementary(declaration, country)
    ? []
    : permitFindings(declaration, country, permits, day);
  return [
    ...ofPermits,
    ...rulingFindings(declaration, country, rulings),
    ...simplifiedFindings(declaration, country, simplified, day),
  ];
}
