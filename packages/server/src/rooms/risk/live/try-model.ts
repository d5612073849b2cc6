/**
 * A model file can be whole and each part of it sound, and yet take a feature of ours for what it is not, such as a text
 * that it reads as a number. That is to be seen when it is brought in, not when somebody lodges.
 */
import { explain, LearningError, type Model } from "@customhouse/learning";
import { rowScorer, tableOfRows } from "@customhouse/learning/rows";
import {
  FEATURE_SCHEMA,
  FEATURES,
  type FeatureScope,
  type FeatureType,
  type FeatureValue,
  type RiskRow,
} from "@customhouse/risk/features";

/** Values of the right kind that were in no row that anybody learnt from. */
const UNMET: Readonly<Record<FeatureType, FeatureValue>> = {
  string: "\u0001",
  int: 1,
  double: 1.5,
  bool: true,
  "list<string>": [],
};

const ROWS: readonly RiskRow[] = [
  { declaration: {}, items: [{}] },
  { declaration: unmetOf("declaration"), items: [unmetOf("item")] },
].map((values) => ({ at: "2026-01-01T00:00:00Z", day: "2026-01-01", ...values }));

/**
 * Scores and explains a declaration of which nothing is known, and one whose values it has not met. Errors: CH4107, or what
 * scoring itself refuses (CH4101, CH4102).
 */
export function tryOnRows(model: Model): void {
  const { probability } = rowScorer(model, FEATURE_SCHEMA);
  for (const row of ROWS) {
    const { expectedLogOdds, contributions } = explain(
      model,
      tableOfRows(FEATURE_SCHEMA, [{ caseId: "", row }]),
      0,
    );
    const numbers = [expectedLogOdds, ...contributions.map(({ logOdds }) => logOdds)];
    if (!isProbability(probability(row)) || !numbers.every(Number.isFinite)) {
      throw new LearningError("CH4107", "a score of it is no number");
    }
  }
}

export function isProbability(value: number): boolean {
  return value >= 0 && value <= 1;
}

function unmetOf(scope: FeatureScope): Readonly<Record<string, FeatureValue>> {
  const ours = FEATURES.filter((feature) => feature.scope === scope);
  return Object.fromEntries(ours.map(({ name, type }) => [name, UNMET[type]]));
}
