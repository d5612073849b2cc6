/** What a country may change of the lifecycle, and what it may not. */
import { xa } from "@customhouse/country-xa";
import type { Country, TransitionChange } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { mergeTransitions, TRANSITIONS } from "../src/index.ts";
import { Play } from "./play.ts";

const problemsOf = (...changes: TransitionChange[]) => mergeTransitions(changes).problems;

describe("a country's rows of the lifecycle", () => {
  it("are none: then the table is that of all", () => {
    expect(mergeTransitions([])).toEqual({ table: TRANSITIONS, problems: [] });
  });

  it("may narrow a row, from where and to where", () => {
    const { table, problems } = mergeTransitions([
      { region: "goods", event: "GoodsExited", from: ["presented"] },
    ]);
    expect(problems).toEqual([]);
    expect(table).toHaveLength(TRANSITIONS.length);
    expect(table).toContainEqual({
      region: "goods",
      event: "GoodsExited",
      from: ["presented"],
      to: ["exited"],
    });
  });

  it("may not widen one", () => {
    expect(
      problemsOf({ region: "control", event: "PositionReached", from: ["accepted", "detained"] }),
    ).toEqual(["control/PositionReached is not narrower: detained is not in the row of all"]);
    expect(problemsOf({ region: "goods", event: "GoodsArrived", to: ["exited"] })).toContain(
      "goods/GoodsArrived is not narrower: exited is not in the row of all",
    );
  });

  it("may not change how a case begins", () => {
    expect(
      problemsOf({ region: "control", event: "DeclarationRegistered", to: ["received"] }),
    ).toContain("control/DeclarationRegistered begins every case, and stays as it is");
  });

  it("may add a row that leads to no state where the regions join", () => {
    const added = {
      region: "control",
      event: "GoodsExited",
      from: ["detained"],
      to: ["controlled"],
    };
    const { table, problems } = mergeTransitions([added as TransitionChange]);
    expect(problems).toEqual([]);
    expect(table.at(-1)).toEqual(added);
  });

  it("may not add one that leads to release, leaves what is final, or says nothing", () => {
    const event = "GoodsArrived";
    expect(
      problemsOf({ region: "control", event, from: ["controlled"], to: ["positive"] }),
    ).toContain("control/GoodsArrived may not lead to positive, where the regions join");
    expect(problemsOf({ region: "debt", event, from: ["blocked"], to: ["reserved"] })).toContain(
      "debt/GoodsArrived may not lead to reserved, where the regions join",
    );
    expect(
      problemsOf({ region: "control", event, from: ["rejected"], to: ["detained"] }),
    ).toContain("control/GoodsArrived may not leave rejected, which is final");
    expect(problemsOf({ region: "debt", event, from: ["none"], to: ["gone"] })).toContain(
      "debt/GoodsArrived: debt has no state gone",
    );
    expect(problemsOf({ region: "goods", event: "Nothing" })).toEqual(
      expect.arrayContaining([
        "goods/Nothing: there is no such event",
        "goods/Nothing says not from where to where",
      ]),
    );
  });

  it("may not cut the ways on which the regions join", () => {
    expect(
      problemsOf(
        { region: "agencies", event: "AgencyDecided", to: ["pending"] },
        { region: "agencies", event: "AgencyCheckWithdrawn", to: ["none"] },
      ),
    ).toContain("agencies: clear, where the regions join, cannot be reached");
    expect(problemsOf({ region: "control", event: "PositionReached", from: [] })).toEqual([]);
    expect(
      problemsOf(
        { region: "control", event: "PositionReached", from: [] },
        { region: "control", event: "ControlResultRecorded", to: ["controlled"] },
        { region: "control", event: "DocumentsRequested", to: ["controlled"] },
      ),
    ).toContain("control: positive, where the regions join, cannot be reached");
    expect(problemsOf({ region: "goods", event: "GoodsExited", from: [] })).toContain(
      "goods: exited, where the regions join, cannot be reached",
    );
  });

  it("count when it decides: what they forbid is refused, and nothing happens", () => {
    const strict: Country = {
      ...xa,
      clearance: {
        ...xa.clearance,
        transitions: [{ region: "control", event: "DeclarationInvalidated", from: ["prelodged"] }],
      },
    };
    const cancel = { type: "Cancel", lrn: "C" } as const;
    const usual = new Play();
    usual.submit(declaration());
    expect(usual.do(cancel)).toBeUndefined();
    const play = new Play(strict);
    play.submit(declaration());
    const before = play.state;
    expect(play.do(cancel)).toMatchObject({ kind: "refused", code: "CH3003" });
    expect(play.state).toEqual(before);
  });

  it("are a fault of the folder where they are not allowed", () => {
    const wrong: Country = {
      ...xa,
      clearance: {
        ...xa.clearance,
        transitions: [{ region: "goods", event: "GoodsExited", from: [] }],
      },
    };
    expect(() => new Play(wrong).submit(declaration())).toThrow("transitions of the country");
  });
});
