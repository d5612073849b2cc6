/**
 * A whole risk run on a decoded declaration, one core: facts, features from a growing history, 200 rules, a model of 300
 * trees of depth 8, the lane, and the entry into the history; beside the same rules hand-written over features at hand.
 */
import { trainOnThreads } from "@customhouse/history";
import { seeded, USUAL_SETTINGS } from "@customhouse/learning";
import {
  FINDING_COLUMN,
  type LabelledRow,
  rowScorer,
  tableOfRows,
} from "@customhouse/learning/rows";
import type { Declaration } from "@customhouse/model";
import {
  FEATURE_SCHEMA,
  type FeaturePlan,
  factsOf,
  featuresOf,
  History,
  type RiskFacts,
  type RiskRow,
} from "@customhouse/risk/features";
import { compileRules, judgeRun, planFor } from "@customhouse/risk/rules";
import { asRule, benchFacts, benchRule, handHits, perSecond } from "./rules.ts";

const RULES = 200;
const DECLARATIONS = 4_000;
const SEED = 7;

export interface WholeRunsResult {
  /** Declarations a second, one core. */
  readonly whole: number;
  /** The same with every feature made, whether or not somebody reads it. */
  readonly allFeatures: number;
  readonly scoring: number;
  readonly handWritten: number;
}

export async function benchWholeRuns(): Promise<WholeRunsResult> {
  const random = seeded(SEED);
  const drawn = Array.from({ length: RULES }, (_, index) => benchRule(index, random));
  const { set } = compileRules(drawn.map(asRule));
  const facts = Array.from({ length: DECLARATIONS }, (_, index) => benchFacts(index, random));
  const history = new History();
  const rows = facts.map((entry) => {
    const row = featuresOf(entry, history);
    history.observeLodged(entry);
    return row;
  });
  const scorer = rowScorer(await trained(facts, rows, random), FEATURE_SCHEMA);
  const plan = planFor(set, [scorer]);
  const declarations = facts.map(declarationOf);
  const wholeRuns = (used?: FeaturePlan) => {
    let known = new History();
    return perSecond(declarations.length, (index) => {
      if (index === 0) known = new History();
      const { caseId, at, office, direction } = facts[index] as RiskFacts;
      const declaration = declarations[index] as Declaration;
      const own = factsOf(declaration, { caseId, at, office, direction });
      const row = featuresOf(own, known, {}, used);
      const probability = scorer.probability(row);
      const judged = judgeRun({ set, row, criteria: [], model: { id: "bench", probability } });
      known.observeLodged(own);
      return judged.score;
    });
  };
  return {
    whole: wholeRuns(plan),
    allFeatures: wholeRuns(),
    scoring: perSecond(rows.length, (index) => scorer.probability(rows[index] as RiskRow)),
    handWritten: perSecond(rows.length, (index) => handHits(drawn, rows[index] as RiskRow)),
  };
}

/** Findings are drawn, more of them where goods are dear: there has to be something to grow 300 trees on. Simulated. */
export function trained(
  facts: readonly RiskFacts[],
  rows: readonly RiskRow[],
  random: () => number,
) {
  const labelled = rows.map((row, index): LabelledRow => {
    const dear = row.items.filter(({ unitPrice }) => Number(unitPrice) > 60);
    const found = dear.filter(() => random() < 0.5).map(({ sequence }) => Number(sequence));
    const chance = random() < 0.03 ? [1] : [];
    return { caseId: facts[index]?.caseId ?? "", row, found: new Set([...found, ...chance]) };
  });
  return trainOnThreads({
    table: tableOfRows(FEATURE_SCHEMA, labelled),
    schema: FEATURE_SCHEMA,
    target: FINDING_COLUMN,
    revenueWeight: 0,
    settings: { ...USUAL_SETTINGS, trees: 300 },
    members: 1,
    seed: SEED,
  });
}

/** As it would have been decoded. */
export function declarationOf(facts: RiskFacts): Declaration {
  return {
    TypeCode: facts.declarationType,
    BorderTransportMeans: { ModeCode: facts.transportMode },
    Declarant: { ID: facts.declarant },
    Exporter: { Name: facts.exporter?.slice(5), Address: { CountryCode: "CN" } },
    GoodsShipment: {
      Importer: { ID: facts.importer },
      ExportCountry: { ID: "CN" },
      GovernmentAgencyGoodsItem: facts.items.map((item) => ({
        SequenceNumeric: String(item.sequence),
        StatisticalValueAmount: String(item.value),
        "StatisticalValueAmount@currencyID": item.currency,
        Commodity: {
          Description: item.description,
          Classification: [{ ID: item.commodity, IdentificationTypeCode: "TSP" }],
          GoodsMeasure: { NetNetWeightMeasure: String(item.netMassKg) },
        },
        Origin: [{ CountryCode: item.origin, TypeCode: "1" }],
        GovernmentProcedure: [
          { CurrentCode: item.procedure, PreviousCode: item.previousProcedure },
        ],
        AdditionalDocument: [{ CategoryCode: "N", TypeCode: "380" }],
      })),
    },
  } as Declaration;
}
