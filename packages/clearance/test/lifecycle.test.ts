import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { tableProblems } from "../src/index.ts";
import { Play } from "./play.ts";

describe("the lifecycle", () => {
  it("has a sound transition table", () => {
    expect(tableProblems()).toEqual([]);
  });

  it("clears an import: accepted, taxed, cleared", () => {
    const play = new Play();
    play.submit(declaration());
    expect(play.codes).toEqual(["01", "13"]);
    play.wait(60);
    expect(play.codes).toEqual(["01", "13", "13", "09"]);
    expect(play.state?.control).toBe("positive");
    expect(play.state?.debt).toBe("final");
    expect(play.state?.at.released).toBe(play.state?.at.cleared);
  });

  it("computes duty on the price and tax on price plus duty, to the minor unit", () => {
    const play = new Play();
    play.submit(declaration({ items: [{ price: "333.33" }] }));
    expect(play.state?.duty.map(({ taxType, base, amount }) => [taxType, base, amount])).toEqual([
      ["A00", "333.33", "40.00"],
      ["B00", "373.33", "56.00"],
    ]);
  });

  it("registers before arrival and accepts at arrival", () => {
    const play = new Play();
    play.submit(declaration({ type: "IMD" }));
    expect(play.state?.control).toBe("prelodged");
    play.do({ type: "Arrive", by: "presentation", findings: [] });
    play.wait(60);
    expect(play.codes).toEqual(["02", "13", "02", "01", "13", "13", "09"]);
    expect(play.state?.declarationType).toBe("IMA");
  });

  it("expires when the goods never come", () => {
    const play = new Play();
    play.submit(declaration({ type: "IMD" }));
    play.wait(31 * 86_400);
    expect(play.codes).toEqual(["02", "13", "10"]);
    expect(play.state?.control).toBe("expired");
  });

  it("rejects with every finding and closes", () => {
    const play = new Play();
    const pointer = [{ DocumentSectionCode: "42A" }];
    const finding = { code: "XA101", path: "$", pointer, message: "no" };
    const { Declaration: refused = {} } = declaration();
    play.do({ type: "Submit", declaration: refused, digest: "d", findings: [finding] });
    expect(play.codes).toEqual(["03"]);
    expect(play.do({ type: "Cancel", lrn: "C" })?.code).toBe("CH3002");
  });

  it("holds for documents until an officer is satisfied, reminding meanwhile", () => {
    const play = new Play();
    play.controls = ["documentary"];
    play.submit(declaration());
    play.wait(11 * 86_400);
    expect(play.codes).toEqual(["01", "13", "06", "06"]);
    play.do({ type: "RecordControlResult", result: "satisfactory" });
    expect(play.codes.slice(4)).toEqual(["13", "09"]);
  });

  it("re-taxes an amendment and notifies the correction when it clears", () => {
    const play = new Play();
    play.submit(declaration());
    const { Declaration: amended = {} } = declaration({ items: [{ price: "2000.00" }] });
    play.do({
      type: "Amend",
      lrn: "A1",
      declaration: amended,
      digest: "d2",
      changes: [],
      findings: [],
    });
    play.wait(60);
    expect(play.codes).toEqual(["01", "13", "02", "11", "13", "13", "07", "09"]);
    expect(play.state?.version).toBe(2);
    expect(play.state?.duty[0]?.base).toBe("2000.00");
  });

  it("denies a change to goods already released", () => {
    const play = new Play();
    play.submit(declaration());
    play.wait(60);
    play.do({ type: "Cancel", lrn: "C1" });
    expect(play.codes.slice(4)).toEqual(["02", "11"]);
    expect(play.state?.requests).toEqual([{ id: "R1", kind: "cancellation", state: "denied" }]);
  });

  it("exports: clears at once, exits, reminds when it does not", () => {
    const play = new Play();
    play.submit(declaration({ type: "EXA" }));
    play.do({ type: "Depart" });
    expect(play.codes).toEqual(["01", "09", "16"]);
    const late = new Play();
    late.submit(declaration({ type: "EXA" }));
    late.wait(61 * 86_400);
    expect(late.codes).toEqual(["01", "09", "18"]);
  });

  it("waits for every agency; a refused item is amended out before the rest is released", () => {
    const play = new Play();
    const meat = { commodity: "02023000", description: "Beef" };
    play.submit(declaration({ items: [{}, meat] }));
    play.wait(60);
    expect(play.state?.agencies).toBe("pending");
    const checkId = play.state?.checks[0]?.id ?? "";
    play.do({ type: "DecideAgencyCheck", checkId, decision: "H01" });
    play.do({ type: "DecideAgencyCheck", checkId, decision: "N02" });
    expect(play.state?.agencies).toBe("refused");
    const { Declaration: amended = {} } = declaration({ items: [{}] });
    play.do({
      type: "Amend",
      lrn: "A1",
      declaration: amended,
      digest: "d2",
      changes: [],
      findings: [],
    });
    play.wait(60);
    expect(play.state?.at.cleared).toBeDefined();
    expect(play.codes).toEqual(["01", "13", "50", "50", "02", "11", "13", "13", "07", "09"]);
  });

  it("reserves on the declared account, and blocks when it is short", () => {
    const short = new Play();
    short.shortAccount = "XAGUA0002";
    const onAccount = declaration({ guarantee: "XAGUA0002", items: [{ method: "S" }] });
    short.submit(onAccount);
    short.wait(6 * 86_400);
    expect(short.codes).toEqual(["01", "13", "14", "15"]);
    const enough = new Play();
    enough.submit(onAccount);
    expect(enough.state?.reserved).toEqual([
      { account: "XAGUA0002", unit: "USD", amountMinor: "28800" },
    ]);
    enough.do({ type: "Cancel", lrn: "C1" });
    expect(enough.state?.reserved).toEqual([]);
    expect(enough.codes).toEqual(["01", "13", "02", "11", "10"]);
  });

  it("waits for an immediate payment of exactly what is owed", () => {
    const play = new Play();
    play.submit(declaration({ items: [{ method: "A" }] }));
    play.wait(60);
    expect(play.state?.debt).toBe("blocked");
    expect(play.do({ type: "Pay", amountMinor: 1n, reference: "P" })?.code).toBe("CH3007");
    play.do({ type: "Pay", amountMinor: 28_800n, reference: "P" });
    expect(play.state?.at.cleared).toBeDefined();
  });

  it("asks and is answered before it clears", () => {
    const play = new Play();
    play.submit(declaration());
    play.do({ type: "RaiseQuery", text: "Which model?" });
    play.wait(60);
    expect(play.state?.at.cleared).toBeUndefined();
    play.do({ type: "AnswerQuery", queryId: "Q1", text: "Model B" });
    expect(play.codes).toEqual(["01", "13", "51", "13", "09"]);
  });
});
