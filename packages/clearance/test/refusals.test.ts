/** Refusals of the machine as such, whatever the declaration says. */
import { declaration } from "@customhouse/testkit";
import { expect, it } from "vitest";
import { Play } from "./play.ts";

const code = (refusal: ReturnType<Play["do"]>) => refusal?.code;

it("knows the kind of a declaration by the profile alone", () => {
  expect(code(new Play().submit(declaration({ type: "QQQ" as "IMA" })))).toBe("CH3001");
});

it("begins a case with a declaration, and once", () => {
  const play = new Play();
  expect(code(play.do({ type: "Cancel", lrn: "L1" }))).toBe("CH3006");
  expect(play.submit(declaration())).toBeUndefined();
  expect(code(play.submit(declaration()))).toBe("CH3006");
});

it("cancels nothing whose goods have left the stock meanwhile", () => {
  const play = new Play();
  play.submit(declaration());
  const entry = { account: "stock/XAWH1/MRN", unit: "KGM", amountMinor: "10" };
  if (play.state === undefined) throw new Error("no case");
  play.state = { ...play.state, stock: { entering: [entry], leaving: [], isMoved: true } as never };
  play.shortAccount = entry.account;
  expect(code(play.do({ type: "Cancel", lrn: "L2" }))).toBe("CH3009");
});
