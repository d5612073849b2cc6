import { describe, expect, it } from "vitest";
import { answerFault, firstDifference } from "../src/check-answer.ts";
import { declarationFull, declarationReceipt } from "../src/declarations/reading.ts";
import { draftRemove } from "../src/drafts/operations.ts";
import { EXAMPLE_PROBLEM } from "../src/shapes/problem.ts";

const JSON_TYPE = "application/json; charset=utf-8";
const receipts = (items: unknown, status = 200) => ({
  status,
  contentType: JSON_TYPE,
  text: JSON.stringify({ items }),
});
const RECEIPT = { index: "1", leaf: "l", proof: "p" };

describe("an answer", () => {
  it("is in order as its contract describes it", () => {
    expect(answerFault(declarationReceipt, receipts([RECEIPT]))).toBeUndefined();
    expect(answerFault(draftRemove, { status: 204, text: "" })).toBeUndefined();
    const xml = { status: 200, contentType: "application/xml; charset=utf-8", text: "<a/>" };
    expect(answerFault(declarationFull, xml)).toBeUndefined();
  });

  it("is not in order with a field missing, of another type, or not described", () => {
    const fault = (items: unknown) => answerFault(declarationReceipt, receipts(items));
    expect(fault([{ index: "1", leaf: "l" }])).toMatch(/^declaration\.receipt answered 200: /);
    expect(fault([{ ...RECEIPT, index: 1 }])).toContain("expected string");
    expect(fault([{ ...RECEIPT, salt: "s" }])).toBe(
      "declaration.receipt answered 200: $.items.0.salt is not described",
    );
  });

  it("is not in order with a status or form that the contract does not name", () => {
    const fault = (answered: Parameters<typeof answerFault>[1]) =>
      answerFault(declarationReceipt, answered);
    expect(fault(receipts([RECEIPT], 201))).toContain("no answer of this status");
    expect(fault({ status: 200, contentType: "text/plain", text: "x" })).toContain("text/plain");
    expect(answerFault(draftRemove, { status: 204, text: "x" })).toContain("has content");
  });

  it("may be a problem of a status that the contract names", () => {
    const contentType = "application/problem+json; charset=utf-8";
    const problem = (status: number, more = {}) => ({
      status,
      contentType,
      text: JSON.stringify({ ...EXAMPLE_PROBLEM, ...more }),
    });
    expect(answerFault(declarationReceipt, problem(404))).toBeUndefined();
    expect(answerFault(declarationReceipt, problem(418))).toContain("no problem of this status");
    expect(answerFault(declarationReceipt, problem(404, { trace: "at f" }))).toContain("$.trace");
  });
});

describe("firstDifference", () => {
  it("does not look at the order of keys", () => {
    expect(firstDifference({ a: 1, b: [2] }, { b: [2], a: 1 }, "$")).toBeUndefined();
  });

  it.each([
    [{ a: 1 }, { a: 2 }, "$.a"],
    [{ a: 1 }, {}, "$.a"],
    [{}, { a: 1 }, "$.a"],
    [[1, 2], [1], "$.1"],
    [{ a: [] }, { a: {} }, "$.a"],
    [{ a: null }, { a: {} }, "$.a"],
  ])("names the first place: %j and %j", (one, other, place) => {
    expect(firstDifference(one, other, "$")).toBe(place);
  });
});
