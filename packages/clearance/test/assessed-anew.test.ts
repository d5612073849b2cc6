/** Risk that is run again asks for more or for nothing, in whatever state the declaration is. */
import type { ControlKind, Lane } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case, Command, RouteToLane } from "../src/index.ts";
import { Play } from "./play.ts";

const LANES: readonly Lane[] = ["green", "blue", "yellow", "red"];
const CONTROLS: Readonly<Record<Lane, readonly ControlKind[]>> = {
  green: [],
  blue: ["non-blocking"],
  yellow: ["documentary"],
  red: ["physical"],
};

function again(lane: Lane): RouteToLane {
  return {
    type: "RouteToLane",
    ...{ lane, controls: CONTROLS[lane], criteria: ["LISTED"], basis: "criteria" },
    ...{ probability: 0.9, again: true },
  };
}

/** As the shell does it: the question whether at all, then the lane. */
function reassess(play: Play, lane: Lane): boolean {
  const before = play.state;
  play.anew = again(lane);
  const refused = play.do({ type: "Reassess" });
  play.anew = undefined;
  if (refused !== undefined) expect(play.state).toBe(before);
  return refused === undefined;
}

const rank = ({ lane = "green" }: Case) => LANES.indexOf(lane);
const OTHERS: readonly Command[] = [
  { type: "OrderControl", control: "documentary" },
  { type: "OrderControl", control: "physical" },
  { type: "RecordControlResult", result: "satisfactory" },
  { type: "RecordControlResult", result: "detained" },
  { type: "RaiseQuery", text: "?" },
  { type: "AnswerQuery", queryId: "Q1", text: "!" },
  { type: "Cancel", lrn: "C" },
];

const step = fc.oneof(
  fc.record({ anew: fc.constantFrom(...LANES) }),
  fc.record({ other: fc.constantFrom(...OTHERS) }),
  fc.record({ waits: fc.integer({ min: 1, max: 4_000 }) }),
);

describe("risk that is run again", () => {
  it("never lowers a lane, keeps the chance, and does the same only once", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANES.slice(0, 3)),
        fc.array(step, { maxLength: 12 }),
        (first, steps) => {
          const play = new Play();
          play.controls = CONTROLS[first];
          play.submit(declaration());
          const chance = play.state?.laneChance;
          for (const one of steps) {
            const before = play.state!;
            if ("anew" in one) {
              const done = reassess(play, one.anew);
              expect(rank(play.state!)).toBeGreaterThanOrEqual(rank(before));
              if (done) expect(rank(play.state!)).toBeGreaterThan(rank(before));
              expect(play.state?.laneChance).toBe(chance);
              expect(reassess(play, one.anew)).toBe(false);
            } else if ("other" in one) play.do(one.other);
            else play.wait(one.waits);
            if (before.at.released !== undefined) expect(play.state?.lane).toBe(before.lane);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("stops what was about to be released, and tells of the control alone", () => {
    const play = new Play();
    play.submit(declaration());
    const told = play.codes.length;
    expect(reassess(play, "red")).toBe(true);
    play.wait(86_400);
    expect(play.state?.at.released).toBeUndefined();
    expect(play.codes.slice(told)).toEqual(["05"]);
    const [first, second] = play.events.filter(({ type }) => type === "LaneAssigned");
    expect(second?.body).toMatchObject({ lane: "red", basis: "criteria", probability: 0.01 });
    expect(first?.body).toMatchObject({ probability: 0.01 });
  });
});
