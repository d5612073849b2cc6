/** The risk run on a cargo filing: which step follows, by the country's criteria. Pure. */
import {
  type Facts,
  type FilingCriterion,
  type FilingReferral,
  holds,
  type LocalisedText,
} from "@customhouse/model";

export type FilingOutcome =
  /** Nothing to object. */
  | { readonly step: "assess"; readonly hits: readonly string[] }
  | {
      readonly step: FilingReferral;
      readonly hits: readonly string[];
      readonly words: LocalisedText;
    }
  /** An officer reads what was answered, or decides again on what an officer let go. */
  | { readonly step: "wait" };

const WEIGHT: Readonly<Record<FilingReferral, number>> = {
  askInformation: 1,
  askScreening: 2,
  doNotLoad: 3,
};

/** Steps after which all is asked anew: the picture itself has changed. */
const ANEW: ReadonlySet<string> = new Set(["file", "fileHouse", "fileMaster", "amend", "reassess"]);

/** `last`: the step that made the filing complete. `facts`: open and personal ones together. */
export function assessFiling(
  facts: Facts,
  last: string,
  criteria: readonly FilingCriterion[],
): FilingOutcome {
  const before = hitsIn(facts);
  const hit = criteria.filter(({ when }) => holds(when, facts, facts));
  const fresh = ANEW.has(last) ? hit : hit.filter(({ id }) => !before.includes(id));
  const [worst] = fresh.toSorted((one, other) => WEIGHT[other.leads] - WEIGHT[one.leads]);
  const hits = [...new Set([...(ANEW.has(last) ? [] : before), ...fresh.map(({ id }) => id)])];
  if (worst !== undefined) return { step: worst.leads, hits, words: worst.words };
  const answered = criteria.filter(({ id }) => before.includes(id) && !ANEW.has(last));
  const wants = answered.some(
    ({ leads, isAnswerEnough }) =>
      leads === "doNotLoad" || (leads === "askInformation" && isAnswerEnough !== true),
  );
  return wants ? { step: "wait" } : { step: "assess", hits };
}

function hitsIn({ riskHits }: Facts): readonly string[] {
  return Array.isArray(riskHits) ? (riskHits as readonly string[]) : [];
}
