/** Cargo filings are assessed by the country's criteria: when complete, amended, arriving, found different, listed, or alarmed. */
import { assessFiling, type Formality } from "@customhouse/formalities";
import { coreRefused } from "../../platform/refusal.ts";
import type { ActResult, FormalityResult } from "../declarations/contract.ts";
import { actOn } from "../declarations/decide/act.ts";
import type { MainPathParts, StoredCase } from "../declarations/parts.ts";
import { personalFacts } from "../formalities/step/personal-facts.ts";
import { stepFormality } from "../formalities/step/step-formality.ts";
import { filingRun } from "./filing-facts.ts";

const BY = { as: "system", subject: "risk" } as const;

/** The run on a complete filing. Where an officer has to decide, nothing is done, and the refusal says so. */
export async function runFilingRisk(
  parts: MainPathParts,
  filing: Formality,
): Promise<FormalityResult> {
  const criteria = parts.country.selectivity.filings;
  if (criteria === undefined || filing.state !== "complete") return anOfficerDecides();
  const { facts, found } = await filingRun(parts, filing, await personalFacts(parts, filing));
  const outcome = assessFiling(facts, filing.taken.at(-1)?.step ?? "", criteria);
  if (outcome.step === "wait") return anOfficerDecides();
  const { languages } = parts.country;
  const told =
    "words" in outcome
      ? [...new Set(languages.map((one) => outcome.words[one] ?? outcome.words.en))]
      : [];
  return stepFormality(parts, {
    number: filing.number,
    step: outcome.step,
    by: BY,
    facts: {},
    known: { ...found, riskHits: [...outcome.hits] },
    ...(told.length === 0 ? {} : { words: told.join("\n"), letter: told }),
  });
}

function anOfficerDecides(): FormalityResult {
  const message = "An officer decides on this filing.";
  return coreRefused({ kind: "refused", code: "CH3206", message });
}

/** A report at arrival finds its filing, which is then assessed with what is known now. */
export async function matchFiling(
  parts: MainPathParts,
  report: Formality,
): Promise<FormalityResult> {
  const late = await matchLate(parts, report);
  if (late !== undefined) return late;
  const { transportDocument, mismatch, filing: known } = report.facts;
  const filings =
    typeof transportDocument === "string" ? await parts.store.filingsOf([transportDocument]) : [];
  for (const filing of filings.filter(({ state }) => state === "assessed")) {
    const isDifferent = report.state === "mismatched" && typeof mismatch === "string";
    const result = await stepFormality(parts, {
      number: filing.number,
      step: "reassess",
      by: BY,
      facts: isDifferent
        ? { trigger: "mismatch", cargoMismatch: mismatch }
        : { trigger: "arrival" },
    });
    if (isToBeTriedAgain(result)) return result;
  }
  const [first] = filings;
  if (first === undefined || first.number === known)
    return coreRefused({ kind: "refused", code: "CH3206", message: "No filing is to be matched." });
  return stepFormality(parts, {
    number: report.number,
    step: "matchFiling",
    by: BY,
    facts: { filing: first.number },
  });
}

/** Declarations that were accepted before the carrier reported. Undefined: done. */
async function matchLate(
  parts: MainPathParts,
  { facts: { transportDocument } }: Formality,
): Promise<FormalityResult | undefined> {
  if (typeof transportDocument !== "string") return undefined;
  for (const stored of await parts.store.unmatchedCases(transportDocument)) {
    const result = await matchCase(parts, stored);
    if (result.status === "refused" && isToBeTriedAgain(result)) return result;
  }
  return undefined;
}

const MAX_TRIES = 3;

/** The case may be told of its cargo at the same time: then it is read anew. */
async function matchCase(parts: MainPathParts, stored: StoredCase): Promise<ActResult> {
  let current = stored;
  for (let tries = 1; ; tries += 1) {
    const result = await actOn(parts, current, { type: "MatchCargo" });
    const isLate = result.status === "refused" && result.httpStatus === 409;
    if (!isLate || tries === MAX_TRIES) return result;
    current = (await parts.store.load(stored.case.caseId)) ?? stored;
  }
}

/** Somebody else was quicker, or too much waits: the deadline stays. */
function isToBeTriedAgain(result: FormalityResult | ActResult): boolean {
  return result.status === "refused" && (result.httpStatus === 409 || result.httpStatus === 429);
}
