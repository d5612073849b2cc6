/** Looks up what the behaviour of a kind asks for. */
import { type DocumentRole, kindsWith, type LookUp, type Screened } from "@customhouse/formalities";
import { pairDigest } from "@customhouse/screening/hits";
import { namedInFiling, sha256 } from "../../screening/contract.ts";
import { masterFindings } from "../../traders/contract.ts";
import type { FormalityParts } from "../parts.ts";
import { storedPersonal } from "../step/personal-facts.ts";

type Parts = Pick<
  FormalityParts,
  "country" | "store" | "declarations" | "cargo" | "screening" | "loadPayload"
>;

export function lookUp(parts: Parts, effect: LookUp): Promise<unknown> {
  const { store, declarations, cargo } = parts;
  switch (effect.effect) {
    case "findDeclaration":
      return declarations.byMrn(effect.mrn);
    case "findUnmatched":
      return cargo.unmatched(effect.document);
    case "findFormality":
      return store.load({ number: effect.number }).then((stored) => stored?.formality);
    case "findByDocuments":
      return findByDocuments(parts, effect.role, effect.documents);
    case "readPersonal":
      return storedPersonal(parts, effect.formality);
    case "screen":
      return screened(parts, effect);
    case "findAlarms":
      return cargo.alarmsOf(effect.containers);
    case "checkMasterRecord":
      return Promise.resolve(masterFindings(effect.master));
  }
}

function findByDocuments(
  { country, cargo }: Parts,
  role: DocumentRole,
  documents: readonly string[],
) {
  const kinds = kindsWith(country.formalities, role);
  return role === "cargoFiling"
    ? cargo.filingsOf(kinds, documents)
    : cargo.reportsOf(kinds, documents);
}

async function screened(
  { country, screening }: Parts,
  { caseId, filed, filers }: Extract<LookUp, { readonly effect: "screen" }>,
): Promise<Screened | undefined> {
  const named = namedInFiling(filed, filers);
  const looked = await screening?.lookAtFiling(caseId, named, country.register);
  if (looked === undefined) return undefined;
  const { result, matches = [] } = looked;
  return {
    isAnswered: result !== undefined,
    ...(result === undefined ? {} : { hits: result.hits }),
    likenesses: matches.map(({ party, entry }) => pairDigest(party, entry, sha256)),
  };
}
