import { openServerStage, type Stage } from "@customhouse/cli/scenario-stage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playFormality } from "../src/formalities/play.ts";
import { formalityScenarios } from "../src/formalities/scenario.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openServerStage("xa");
});
afterAll(() => stage?.close());

describe("scenarios of formalities", () => {
  for (const { name, scenario } of formalityScenarios()) {
    it(`${name}: ${scenario.title}`, async () => {
      const played = await playFormality(stage, name, scenario);
      expect(played).toEqual(scenario.steps.map((step) => step.expect));
    });
  }

  it("there is one at least for every kind that has money, a clock or four eyes", () => {
    const played = new Set(formalityScenarios().map(({ scenario }) => scenario.kind));
    const demanding = stage.country.formalities.filter(
      (kind) =>
        kind.clocks !== undefined ||
        kind.steps.some((step) => step.moves !== undefined || step.notWhoTook !== undefined),
    );
    // Registrations and payments are played whole in the server's own tests.
    const elsewhere = ["registration", "payment"];
    const missing = demanding
      .map((kind) => kind.kind)
      .filter((kind) => !played.has(kind) && !elsewhere.includes(kind));
    expect(missing).toEqual([]);
  });
});
