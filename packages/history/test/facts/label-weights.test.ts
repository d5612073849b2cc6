/** How many declarations a labelled case stands for: the truth about all is known, and the cases have to tell it. */
import { describe, expect, it } from "vitest";
import { play, ruleOfKind, type World } from "../../../risk/test/monitor/world.ts";
import { isFound, Labelling } from "../../src/facts/label-cases.ts";
import { factsOfWorld } from "./stored-world.ts";

const WORLD: World = {
  kinds: [
    { share: 0.3, findings: 0.2 },
    { share: 0.05, findings: 0.6 },
    { share: 0.65, findings: 0.02 },
  ],
  rules: [ruleOfKind("WEAK", 0, 20), ruleOfKind("STRONG", 1, 60)],
  selectivity: { randomPerTenThousand: { red: 300, yellow: 600, blue: 900 } },
  declarations: 6_000,
  seed: 11,
};

function labelled(world: World) {
  const played = play(world);
  const facts = factsOfWorld(played);
  const labelling = new Labelling();
  for (const { caseId, body } of facts) {
    if (body.kind === "result") labelling.takeResult(caseId, body);
  }
  for (const fact of facts) labelling.take(fact);
  const cases = labelling.cases();
  const all = cases.reduce((sum, { weight }) => sum + weight, 0);
  const found = cases.filter(isFound).reduce((sum, { weight }) => sum + weight, 0);
  return { ...played, cases, all, found };
}

describe("labelled cases", () => {
  it("stand together for all declarations, hits below the scores and lanes without a result included", () => {
    const { cases, all, found, truth } = labelled(WORLD);
    expect(cases.some(({ byChance, weight }) => byChance && weight > 5)).toBe(true);
    expect(Math.abs(all / WORLD.declarations - 1)).toBeLessThan(0.1);
    expect(Math.abs(found / all - truth.baseRate)).toBeLessThan(0.02);
  });

  it("stand for those of their time whose controls are still open", () => {
    const isDone: World["isDone"] = (lane, when, random) =>
      random() < (lane === "red" ? 0.5 : 0.9) * (when > 0.5 ? 0.5 : 1);
    const { all, found, truth } = labelled({ ...WORLD, declarations: 9_000, isDone, wane: 0.9 });
    expect(Math.abs(all / 9_000 - 1)).toBeLessThan(0.1);
    expect(Math.abs(found / all - truth.baseRate)).toBeLessThan(0.02);
  });

  it("stand for nobody where neither judgement nor chance meant to look", () => {
    const facts = factsOfWorld(play(WORLD));
    const green = facts.find(({ body }) => body.kind === "run" && body.run.lane === "green");
    if (green === undefined) throw new Error("most are green");
    const labelling = new Labelling();
    labelling.takeResult(green.caseId, { control: "offence", findings: [{ code: "undeclared" }] });
    labelling.take(green);
    expect(labelling.cases()).toMatchObject([{ caseId: green.caseId, weight: 0, byChance: false }]);
  });
});
