/** The facts of one declaration, as risk keeps them: parties without a TIN and addresses are pseudonyms. */
import type { Case } from "@customhouse/clearance";
import type { Declaration } from "@customhouse/model";
import { factsOf, type RiskFacts } from "@customhouse/risk/features";
import { type KeyedHash, pseudonym } from "../../../platform/keyed-hash.ts";

export type FactsOfCase = Pick<Case, "caseId" | "direction" | "dataSet">;

const NAMED = "name:";

/** The same code for a run and for what is kept of it, so that both find the same history. */
export function caseFacts(
  declaration: Declaration,
  { caseId, direction, dataSet }: FactsOfCase,
  { at, office }: { readonly at: string; readonly office: string },
  key: KeyedHash,
): RiskFacts {
  const facts = factsOf(declaration, { caseId, at, direction, dataSet, office });
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
