/** What a risk run says, as the parts of sentences. Pure. */
import type { RiskRun } from "@customhouse/api/risk/run";

type Contribution = NonNullable<NonNullable<RiskRun["model"]>["contributions"]>[number];

export type Strength = "strongly" | "clearly" | "slightly";

export interface Influence {
  readonly feature: string;
  readonly value?: number;
  readonly towards: "finding" | "none";
  readonly strength: Strength;
}

/** In log-odds: 1 multiplies the odds by 2.7, a third by 1.4. */
const STRONGLY = 1;
const CLEARLY = 1 / 3;
const SLIGHTLY = 0.05;
const MOST = 5;

/** The largest contributions of a model, which come largest first. What hardly moved the score is left out. */
export function influences(contributions: readonly Contribution[]): readonly Influence[] {
  return contributions
    .filter(({ logOdds }) => Math.abs(logOdds) >= SLIGHTLY)
    .slice(0, MOST)
    .map(({ feature, value, logOdds }) => ({
      feature,
      ...(value === undefined ? {} : { value }),
      towards: logOdds > 0 ? "finding" : "none",
      strength: strengthOf(Math.abs(logOdds)),
    }));
}

function strengthOf(logOdds: number): Strength {
  if (logOdds >= STRONGLY) return "strongly";
  return logOdds >= CLEARLY ? "clearly" : "slightly";
}

/** A value of a feature as text; undefined when it is missing. */
export function valueText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.join(", ");
  return String(value);
}

/** Criteria of the country: what selected that is neither a rule nor a model. */
export function countryCriteria<C extends { readonly id: string }>(
  criteria: readonly C[],
  run: Pick<RiskRun, "rules"> | undefined,
): readonly C[] {
  const rules = new Set(run?.rules?.map(({ rule }) => rule));
  return criteria.filter(({ id }) => !rules.has(id) && !id.startsWith("model:"));
}
