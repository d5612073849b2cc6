/** Scoring a row as it is gives what scoring by way of a table gives, to the last bit; what no tree asks about can be left out. */
import {
  boost,
  type Model,
  memberMatrix,
  score,
  seeded,
  USUAL_SETTINGS,
} from "@customhouse/learning";
import {
  FINDING_COLUMN,
  type LabelledRow,
  rowScorer,
  tableOfRows,
} from "@customhouse/learning/rows";
import { learnProfiles, targetOf } from "@customhouse/learning/tables";
import {
  FEATURE_SCHEMA,
  featurePlan,
  featuresOf,
  History,
  type RiskFacts,
  type RiskRow,
} from "@customhouse/risk/features";
import { describe, expect, it } from "vitest";

const SEED = 5;
const random = seeded(SEED);
const facts = Array.from({ length: 300 }, (_, index) => drawnFacts(index));

/** Some of everything is missing. */
function drawnFacts(index: number): RiskFacts {
  const pick = <T>(...values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const items = Array.from({ length: Math.floor(random() * 4) }, (_, at) => ({
    sequence: at + 1,
    hs4: pick("6203", "8517", "2402"),
    hs6: pick("620342", "851713", undefined),
    origin: pick("CN", "FR", undefined),
    procedure: pick("40", "71"),
    value: random() * 5_000,
    unitPrice: pick(undefined, random() * 100),
    currency: "USD",
    documents: [],
  }));
  return {
    caseId: `C${index}`,
    at: new Date(Date.UTC(2026, 2, 1) + index * 3_600_000).toISOString(),
    office: pick("XA1", "XA2"),
    importer: pick("I1", "I2", "I3", undefined),
    exporter: pick("E1", "E2"),
    importerAddress: pick("XA|1|A", undefined),
    grossMassKg: pick(undefined, random() * 900),
    containers: [],
    items,
  };
}

function played(needed?: Iterable<string>) {
  const history = new History();
  const plan = featurePlan(needed);
  return facts.map((entry) => {
    const row = featuresOf(entry, history, {}, plan);
    history.observeLodged(entry);
    return row;
  });
}

function trained(trees: number): Model {
  const random = seeded(SEED);
  const rows = played().map((row, index): LabelledRow => {
    const found = row.items.filter(({ unitPrice }) => Number(unitPrice) > 40 && random() < 0.8);
    return {
      caseId: `C${index}`,
      row,
      found: new Set(found.map(({ sequence }) => Number(sequence))),
    };
  });
  const table = tableOfRows(FEATURE_SCHEMA, rows);
  const target = targetOf(table, FINDING_COLUMN);
  const profiles = learnProfiles(FEATURE_SCHEMA, table, target);
  const members = [0, 1].map((member) => {
    const matrix = memberMatrix(profiles, table, target, SEED + member);
    const weights = new Float64Array(table.rows).fill(1);
    return boost(matrix, target, weights, { ...USUAL_SETTINGS, trees }, SEED + member);
  });
  const matrix = memberMatrix(profiles, table, target, SEED);
  return { profiles, features: matrix.names, members };
}

describe("a plan of features", () => {
  const names = ["importerHits90", "weekday", "partyDegree"];

  it("makes what is needed as it would be made with everything", () => {
    const needed = [...names.map((name) => `declaration.${name}`), "item.originHs6HitRate"];
    const all = played();
    for (const [index, { declaration, items }] of played(needed).entries()) {
      const whole = all[index] as RiskRow;
      for (const name of names) expect(declaration[name]).toEqual(whole.declaration[name]);
      expect(items.map(({ originHs6HitRate: rate, sequence }) => [rate, sequence])).toEqual(
        whole.items.map(({ originHs6HitRate: rate, sequence }) => [rate, sequence]),
      );
      // The network comes as a whole; nothing else is made.
      expect(Object.keys(declaration).length).toBeLessThan(20);
    }
  });
});

describe("a row scorer", () => {
  it.each([1, 6, 21])("gives what the table gives, with %i trees", (trees) => {
    const model = trained(trees);
    const { probability, needed } = rowScorer(model, FEATURE_SCHEMA);
    const bare = played(needed);
    const seen = new Set<number>();
    for (const [index, row] of played().entries()) {
      const table = tableOfRows(FEATURE_SCHEMA, [{ caseId: "", row }]);
      const expected = score(model, table).reduce((most, one) => Math.max(most, one), 0);
      expect(probability(row)).toBe(expected);
      expect(probability(bare[index] ?? row)).toBe(expected);
      seen.add(expected);
    }
    expect(seen.size).toBeGreaterThan(trees === 1 ? 2 : 20);
    expect(needed?.size).toBeGreaterThan(0);
  });
});
