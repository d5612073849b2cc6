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

  it("may add a condition on a region that an event leaves alone", () => {
    const added: TransitionChange = {
      ...{ region: "agencies", event: "GoodsExited", from: ["none", "clear"] },
    };
    const { table, problems } = mergeTransitions([added]);
    expect(problems).toEqual([]);
    expect(table.at(-1)).toEqual({ ...added, to: [] });
    expect(problemsOf({ region: "goods", event: "AgencyDecided", from: ["exited"] })).toEqual([]);
  });

  it("may not add one that moves a region, or says nothing", () => {
    expect(
      problemsOf({
        ...{ region: "control", event: "GoodsExited", from: ["detained"], to: ["controlled"] },
      }),
    ).toContain("control/GoodsExited leaves control alone, so that it can lead nowhere");
    expect(problemsOf({ region: "debt", event: "GoodsArrived", from: ["gone"] })).toContain(
      "debt/GoodsArrived: debt has no state gone",
    );
    expect(problemsOf({ region: "goods", event: "Nothing" })).toEqual(
      expect.arrayContaining([
        "goods/Nothing: no row of the lifecycle has such an event",
        "goods/Nothing does not say in which states the event may happen",
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

  it("count where they are added: an event that is barred is refused, and happens once it may", () => {
    const strict: Country = {
      ...xa,
      clearance: {
        ...xa.clearance,
        transitions: [{ region: "goods", event: "DeclarationInvalidated", from: ["expected"] }],
      },
    };
    const cancel = { type: "Cancel", lrn: "C" } as const;
    const here = new Play(strict);
    here.submit(declaration());
    expect(here.state?.goods).toBe("presented");
    expect(here.do(cancel)).toMatchObject({ kind: "refused", code: "CH3003" });
    const coming = new Play(strict);
    coming.submit(declaration({ type: "IMD" }));
    expect(coming.state?.goods).toBe("expected");
    expect(coming.do(cancel)).toBeUndefined();
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
