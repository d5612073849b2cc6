/** What a declaration names that is kept here: permits, and simplified declarations that it completes. */
import {
  isSupplementary,
  type Permits,
  permitFindings,
  type SimplifiedCases,
  simplifiedFindings,
  simplifiedMrns,
} from "@customhouse/clearance";
import type { Declaration, Finding } from "@customhouse/model";
import type { MainPathParts } from "./parts.ts";
import { permitsOf } from "./permits.ts";

export interface NamedRecords {
  readonly permits: Permits;
  readonly simplified: SimplifiedCases;
}

export const NOTHING_NAMED: NamedRecords = { permits: new Map(), simplified: new Map() };

/** Nothing is asked of the database where none is named, as of most declarations. */
export async function recordsNamed(
  parts: MainPathParts,
  declaration: Declaration | undefined,
): Promise<NamedRecords> {
  if (declaration === undefined) return NOTHING_NAMED;
  const [permits, simplified] = await Promise.all([
    permitsOf(parts, declaration),
    simplifiedOf(parts, declaration),
  ]);
  return { permits, simplified };
}

async function simplifiedOf(
  { country, store }: MainPathParts,
  declaration: Declaration,
): Promise<SimplifiedCases> {
  const mrns = simplifiedMrns(declaration, country);
  if (mrns.length === 0) return NOTHING_NAMED.simplified;
  const found = await Promise.all(mrns.map((mrn) => store.loadByMrn(mrn)));
  return new Map(found.flatMap((stored) => (stored ? [[stored.case.mrn, stored.case]] : [])));
}

export function recordFindings(
  { country }: MainPathParts,
  declaration: Declaration,
  { permits, simplified }: NamedRecords,
  day: string,
): readonly Finding[] {
  // Permits were verified, and used up, when the simplified declaration let the goods go.
  const ofPermits = isSupplementary(declaration, country)
    ? []
    : permitFindings(declaration, country, permits, day);
  return [...ofPermits, ...simplifiedFindings(declaration, country, simplified)];
}
