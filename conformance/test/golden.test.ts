import { openServerStage, type Stage } from "@customhouse/cli/scenario-stage";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { playGolden } from "../src/golden/play.ts";
import { type GoldenScenario, goldenScenarios } from "../src/golden/scenario.ts";
import { type ValidatedLodging, validating } from "../src/golden/validated.ts";

const YEAR_MS = 400 * 86_400_000;
let stage: Stage;

beforeEach(async () => {
  stage ??= await openServerStage("xa");
});
afterEach(() => {
  // An LRN stays taken for a year in this country: the next scenario begins after that.
  stage.moveTo(new Date(stage.now().getTime() + YEAR_MS));
});
// Its database is a process of its own, which would outlive the test.
afterAll(() => stage?.close());

async function playOn<T>(
  { alone, country }: GoldenScenario,
  play: (own: Stage) => Promise<T>,
): Promise<T> {
  if (alone === undefined) return play(stage);
  const own = await openServerStage(country);
  try {
    return await play(own);
  } finally {
    await own.close();
  }
}

describe("golden scenarios", () => {
  for (const { name, scenario } of goldenScenarios()) {
    it(`${name}: ${scenario.title}`, async () => {
      const lodgings: ValidatedLodging[] = [];
      const played = await playOn(scenario, (own) =>
        playGolden(
          validating(own, (lodging) => lodgings.push(lodging)),
          name,
          scenario,
        ),
      );
      // What validation says of a declaration is what lodging it says.
      expect(lodgings.map(({ validated }) => validated)).toEqual(
        lodgings.map(({ lodged }) => lodged),
      );
      expect(played.steps).toEqual(scenario.steps.map((step) => step.expect));
      expect(played.state).toMatchObject(scenario.state);
    });
  }
});
