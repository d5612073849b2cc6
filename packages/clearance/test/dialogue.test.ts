/** Payment, question and answer: each once, in its time, with the digest of what was written. */
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import type { Command } from "../src/index.ts";
import { Play } from "./play.ts";

const code = (play: Play, command: Command) => play.do(command)?.code;
const lastOf = (play: Play) => play.events.at(-1);

function cancelled(): Play {
  const play = new Play();
  play.submit(declaration());
  play.do({ type: "Cancel", lrn: "C" });
  return play;
}

describe("a question", () => {
  it("has a number of its own, and the digest of its words where there are any", () => {
    const play = new Play();
    play.submit(declaration());
    play.do({ type: "RaiseQuery", text: "?" });
    expect(lastOf(play)).toMatchObject({ type: "QueryRaised", body: { query: "Q1" } });
    expect(lastOf(play)?.body).not.toHaveProperty("textDigest");
    play.do({ type: "RaiseQuery", text: "?", textDigest: "dd" });
    expect(lastOf(play)?.body).toEqual({ query: "Q2", textDigest: "dd" });
    play.do({ type: "AnswerQuery", queryId: "Q2", text: "!", textDigest: "ee" });
    expect(play.events.find(({ type }) => type === "QueryAnswered")?.body).toEqual({
      ...{ query: "Q2", textDigest: "ee" },
    });
    expect(play.state?.queries).toEqual([
      { id: "Q1", state: "open" },
      { id: "Q2", state: "answered" },
    ]);
  });

  it("is answered once, and by its number", () => {
    const play = new Play();
    play.submit(declaration());
    play.do({ type: "RaiseQuery", text: "?" });
    expect(code(play, { type: "AnswerQuery", queryId: "Q2", text: "!" })).toBe("CH3004");
    expect(code(play, { type: "AnswerQuery", queryId: "Q1", text: "!" })).toBeUndefined();
    expect(code(play, { type: "AnswerQuery", queryId: "Q1", text: "!" })).toBe("CH3004");
  });

  it("comes too late after clearance and after the end", () => {
    const play = new Play();
    play.submit(declaration());
    play.wait(60);
    expect(code(play, { type: "RaiseQuery", text: "?" })).toBe("CH3003");
    expect(code(cancelled(), { type: "RaiseQuery", text: "?" })).toBe("CH3002");
  });
});

describe("a payment", () => {
  it("is of what is asked for, kept with its reference, and not made twice", () => {
    const play = new Play();
    play.submit(declaration({ items: [{ method: "A" }] }));
    const pay = { type: "Pay", amountMinor: 28_800n, reference: "P-1" } as const;
    expect(code(play, { ...pay, amountMinor: 28_801n })).toBe("CH3007");
    expect(code(play, pay)).toBeUndefined();
    expect(play.events.find(({ type }) => type === "PaymentReceived")?.body).toEqual({
      ...{ reference: "P-1", amountMinor: "28800" },
    });
    expect(code(play, pay)).toBe("CH3003");
  });

  it("is not awaited where nothing is to be paid now", () => {
    const play = new Play();
    play.submit(declaration());
    expect(code(play, { type: "Pay", amountMinor: 28_800n, reference: "P" })).toBe("CH3003");
  });
});
