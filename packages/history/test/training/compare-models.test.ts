/** Comparisons on a sample that the champion itself has selected: only chance makes them fair. */
import { seeded } from "@customhouse/learning";
import type { RiskRow } from "@customhouse/risk/features";
import { describe, expect, it } from "vitest";
import type { LabelledCase } from "../../src/facts/label-cases.ts";
import { compareModels } from "../../src/training/compare-models.ts";

const AT = "2026-03-01T00:00:00.000Z";
const DECLARATIONS = 8_000;
const BY_CHANCE = 0.3;

const part = (name: string) => (row: RiskRow) => Number(row.declaration[name]);
const champion = part("champion");
const challenger = part("challenger");

/** Of all declarations, the tenth that the champion likes least is looked at, and of the rest what chance picks. */
function controlled(seed: number): readonly LabelledCase[] {
  const random = seeded(seed);
  return Array.from({ length: DECLARATIONS }, (_, index) => {
    const [known, guessed] = [random(), random()];
    const found = random() < 0.05 + 0.5 * known + 0.3 * guessed;
    const declaration = { champion: known, challenger: guessed };
    const row: RiskRow = { at: AT, day: "2026-03-01", declaration, items: [] };
    const one = {
      caseId: `C${index}`,
      at: AT,
      row,
      found: found ? ("all" as const) : new Set<number>(),
    };
    const isSelected = known > 0.9;
    if (!isSelected && random() >= BY_CHANCE) return undefined;
    return { ...one, weight: isSelected ? 1 : 1 / BY_CHANCE, byChance: !isSelected };
  }).filter((one) => one !== undefined);
}

const withoutChance = (one: LabelledCase): LabelledCase => ({ ...one, weight: 1, byChance: false });

describe("a comparison", () => {
  it("is not deceived by a sample that the champion has selected", () => {
    const selected = controlled(3).filter(({ byChance }) => !byChance);
    // Within what it selected, the better model looks the worse.
    const deceived = compareModels(champion, challenger, selected, { seed: 1 });
    expect(deceived).toMatchObject({ beats: true, byChance: 0, effectiveCases: selected.length });
    const fair = compareModels(champion, challenger, controlled(3), { seed: 1 });
    expect(fair.beats).toBe(false);
    expect(fair.champion.aucOfAll).toBeGreaterThan(fair.challenger.aucOfAll);
    expect(fair.byChance).toBeGreaterThan(300);
    expect(fair.effectiveCases).toBeLessThan(fair.cases);
    const back = compareModels(challenger, champion, controlled(3), { seed: 1 });
    expect(back.beats).toBe(true);
    expect(compareModels(challenger, champion, controlled(3), { seed: 1, margin: 0.2 }).beats).toBe(
      false,
    );
  });

  it("weighs alike what chance picked alike", () => {
    const picked = controlled(4).filter(({ byChance }) => byChance);
    const weighed = compareModels(champion, challenger, picked, { seed: 1 });
    const plain = compareModels(champion, challenger, picked.map(withoutChance), { seed: 1 });
    expect(weighed.champion.aucOfAll).toBeCloseTo(plain.champion.auc, 10);
    expect(weighed.effectiveCases).toBeCloseTo(picked.length, 6);
  });

  it("leaves out what stands for nobody, as what an offence found of a declaration that nobody chose", () => {
    const cases = controlled(6);
    const later = cases.map((one) => ({ ...one, found: "all" as const, weight: 0 }));
    expect(compareModels(champion, challenger, [...cases, ...later], { seed: 1 })).toEqual(
      compareModels(champion, challenger, cases, { seed: 1 }),
    );
    const clean = cases.map((one) => ({ ...one, found: new Set<number>() }));
    expect(() => compareModels(champion, challenger, [...clean, ...later], { seed: 1 })).toThrow(
      expect.objectContaining({ code: "CH4606" }),
    );
  });

  it("is refused where a few cases outweigh all others", () => {
    const cases = controlled(5).map(withoutChance).slice(0, 100);
    const heavy = cases.map((one, index) => (index < 3 ? { ...one, weight: 10_000 } : one));
    expect(() => compareModels(champion, challenger, heavy, { seed: 1 })).toThrowError(
      expect.objectContaining({ code: "CH4606" }),
    );
  });
});
