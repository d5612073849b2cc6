/** The facts of one declaration, as risk keeps them: parties without a TIN and addresses are pseudonyms. */
import type { Case } from "@customhouse/clearance";
import { type Declaration, type InTimeZone, utcOffsetMinutes } from "@customhouse/model";
import { factsOf, type RiskFacts } from "@customhouse/risk/features";
import { type KeyedHash, pseudonym } from "../../../platform/keyed-hash.ts";

export type FactsOfCase = Pick<Case, "caseId" | "direction" | "dataSet">;

/** When and where a declaration is looked at. */
export interface FactsMoment {
  /** ISO instant in UTC. */
  readonly at: string;
  readonly office: string;
  /** Its clocks tell the day and the hour. */
  readonly country: InTimeZone;
}

const NAMED = "name:";

/** The same code for a run and for what is kept of it, so that both find the same history. */
export function caseFacts(
  declaration: Declaration,
  { caseId, direction, dataSet }: FactsOfCase,
  { at, office, country }: FactsMoment,
  key: KeyedHash,
): RiskFacts {
  const offsetMinutes = utcOffsetMinutes(at, country);
  const facts = factsOf(declaration, { caseId, at, offsetMinutes, direction, dataSet, office });
  const { declarant, representative, importer, exporter, importerAddress } = facts;
  const hidden = (name: string | undefined) =>
    name?.startsWith(NAMED) ? `${NAMED}${pseudonym(name, key)}` : name;
  return {
    ...facts,
    declarant: hidden(declarant),
    representative: hidden(representative),
    importer: hidden(importer),
    exporter: hidden(exporter),
    importerAddress: importerAddress && pseudonym(importerAddress, key),
  };
}
