/** Why a run went as it did: every rule that hit with what it read, and each feature's share in what the model said. */
import type { Explanation } from "@customhouse/learning";
import { featureWords, type RiskRow } from "@customhouse/risk/features";
import { type CompiledRuleSet, type ExplainedHit, explainHits } from "@customhouse/risk/rules";
import type { Scorer } from "../live/scorer.ts";

/** As an officer reads it. */
export interface ExplainedRun {
  readonly descriptions: ReturnType<typeof featureWords>;
  readonly rules: readonly (ExplainedHit & {
    readonly title?: string;
    readonly reason?: string;
    readonly owner?: string;
  })[];
  /** Absent: no model is in the policy. Without a share: it cannot score this row. */
  readonly model?: { readonly id: string } & Partial<Explanation>;
}

/** A model of which nothing is left but its name. */
type NamedScorer = Pick<Scorer, "id"> & Partial<Scorer>;

export function explainRun(
  set: CompiledRuleSet,
  scorer: NamedScorer | undefined,
  row: RiskRow,
): ExplainedRun {
  const hits = explainHits(set, row);
  const share = scorer && shareOf(scorer, row);
  const ruleOf = new Map(set.rules.map(({ rule }) => [rule.id, rule]));
  return {
    descriptions: featureWords([
      ...hits.flatMap(({ parts }) => parts.flatMap(({ values }) => Object.keys(values))),
      ...(share?.contributions.map(({ feature }) => feature) ?? []),
    ]),
    rules: hits.map((hit) => {
      const { title, reason, owner } = ruleOf.get(hit.rule) ?? {};
      return { ...hit, title, reason, owner };
    }),
    ...(scorer === undefined ? {} : { model: { id: scorer.id, ...share } }),
  };
}

/** A model that fails on a row took no part in its lane, so there is nothing of it to be explained. */
function shareOf(scorer: NamedScorer, row: RiskRow): Explanation | undefined {
  try {
    return scorer.explanation?.(row);
  } catch {
    return undefined;
  }
}
