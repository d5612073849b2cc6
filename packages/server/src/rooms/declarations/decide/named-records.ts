/** What a declaration names that is kept here: permits, binding rulings, simplified declarations that it completes. */
import {
  type NamedRecords,
  NO_RECORDS,
  permitNumbers,
  rulingNumbers,
  type SimplifiedCases,
  simplifiedMrns,
} from "@customhouse/clearance";
import type { Declaration } from "@customhouse/model";
import type { DeclarationParts } from "../parts.ts";
import { registered } from "./registered.ts";

/** Nothing is asked of the database where none is named, as of most declarations. */
export async function recordsNamed(
  parts: DeclarationParts,
  declaration: Declaration | undefined,
): Promise<NamedRecords> {
  if (declaration === undefined) return NO_RECORDS;
  const { country } = parts;
  const [permits, rulings, simplified] = await Promise.all([
    registered(parts, "lpco", permitNumbers(declaration, country)),
    registered(parts, "bindingRuling", rulingNumbers(declaration, country)),
    simplifiedOf(parts, declaration),
  ]);
  return { permits, rulings, simplified };
}

async function simplifiedOf(
  { country, store }: DeclarationParts,
  declaration: Declaration,
): Promise<SimplifiedCases> {
  const mrns = simplifiedMrns(declaration, country);
  const found = await Promise.all(mrns.map((mrn) => store.loadByMrn(mrn)));
  return new Map(found.flatMap((stored) => (stored ? [[stored.case.mrn, stored.case]] : [])));
}
