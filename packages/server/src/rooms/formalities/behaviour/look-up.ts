/** Looks up what the behaviour of a kind asks for. */
import { type DocumentRole, kindsWith, type LookUp, type Screened } from "@customhouse/formalities";
import { pairDigest } from "@customhouse/screening/hits";
import { alarmsOf } from "../../cargo/container-alarms.ts";
import type { MainPathParts } from "../../declarations/parts.ts";
import { namedInFiling } from "../../screening/named/named-in-filing.ts";
import { sha256 } from "../../screening/named/named-parties.ts";
import { masterFindings } from "../step/master-data.ts";
import { storedPersonal } from "../step/personal-facts.ts";

type Parts = Pick<MainPathParts, "country" | "store" | "clock" | "screening">;

export function lookUp(parts: Parts, effect: LookUp): Promise<unknown> {
  const { store } = parts;
  switch (effect.effect) {
    case "findDeclaration":
      return store.loadByMrn(effect.mrn).then((stored) => stored?.case);
    case "findUnmatched":
      return store
        .unmatchedCases(effect.document)
        .then((cases) => cases.map((stored) => stored.case.mrn));
    case "findFormality":
      return store.loadFormality({ number: effect.number }).then((stored) => stored?.formality);
    case "findByDocuments":
      return findByDocuments(parts, effect.role, effect.documents);
    case "readPersonal":
      return storedPersonal(parts, effect.formality);
    case "screen":
      return screened(parts, effect);
    case "findAlarms":
      return alarmsOf(parts, effect.containers);
    case "checkMasterRecord":
      return Promise.resolve(masterFindings(effect.master));
  }
}

function findByDocuments(
  { country, store }: Parts,
  role: DocumentRole,
  documents: readonly string[],
) {
  const kinds = kindsWith(country.formalities, role);
  return role === "cargoFiling"
    ? store.filingsOf(kinds, documents)
    : store.cargoReports(kinds, documents, []);
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
