/** Forms of formalities from their kinds: fields of a step, facts as texts and back. */
import { standardFormalities } from "@customhouse/formalities";
import { describe, expect, it } from "vitest";
import { complaintOf, factOf, factsOf, textOfFact } from "../src/formality/fact-values.ts";
import { actorOf, beginStep, fieldsOfStep, nextStep } from "../src/formality/step-fields.ts";

const permit = standardFormalities.find(({ kind }) => kind === "permit");
if (!permit) throw new Error("There is no kind permit");
const names = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name);

describe("fields of a step", () => {
  it("asks for what the beginning needs, and not for what others give later", () => {
    const step = beginStep(permit, "holder");
    if (!step) throw new Error("A holder cannot begin");
    const { needed, allowed } = fieldsOfStep(permit, step, "holder");
    expect(names(needed)).toEqual(["documentType", "agency", "commodities"]);
    expect(names(allowed)).toContain("quantity");
    const never = ["addedQuantity", "validFrom", "validTo", "endedBalance"];
    expect(names(allowed).filter((name) => never.includes(name))).toEqual([]);
  });

  it("asks an agency that issues for the validity", () => {
    const step = nextStep(permit, "issue", "applied", "agency");
    if (!step) throw new Error("An agency cannot issue");
    const { needed, allowed } = fieldsOfStep(permit, step, "agency");
    expect(names(needed)).toEqual(["validFrom", "validTo"]);
    expect(names(allowed)).toContain("conditions");
    expect(nextStep(permit, "issue", "refused", "agency")).toBeUndefined();
    expect(nextStep(permit, "issue", "applied", "holder")).toBeUndefined();
  });

  it("knows who takes steps, for every kind that somebody may begin", () => {
    expect([actorOf("trader"), actorOf("analyst")]).toEqual(["holder", undefined]);
    const begun = standardFormalities.filter((kind) => beginStep(kind, "holder"));
    expect(begun.length).toBeGreaterThan(10);
  });
});

const field = (type: "codes" | "record" | "day" | "decimal" | "tins" | "text") => ({
  name: "x",
  type,
  title: { en: "X" },
});

describe("facts", () => {
  it("come from texts by type, and nothing is lost", () => {
    expect(factOf(field("codes"), " A, B;C ")).toEqual(["A", "B", "C"]);
    expect(factOf(field("record"), '{"a":1}')).toEqual({ a: 1 });
    expect(factOf(field("record"), "[1]")).toBe("[1]");
    expect(factOf(field("text"), "  ")).toBeUndefined();
    expect(factsOf([field("decimal")], { x: " 1.5 ", y: "2" })).toEqual({ x: "1.5" });
    expect([textOfFact(["A", "B"]), textOfFact({ a: 1 }), textOfFact(undefined)]).toEqual([
      "A, B",
      '{\n  "a": 1\n}',
      "",
    ]);
  });

  it.each([
    ["day", "30 June", "day"],
    ["decimal", "1,5", "decimal"],
    ["tins", "XA1, nobody", "tin"],
    ["record", "no", "record"],
    ["text", "", "missing"],
  ] as const)("are told apart when a %s is %s", (type, text, complaint) => {
    expect(complaintOf(field(type), text, true)).toBe(complaint);
  });

  it("are fine when they fit, or are not needed", () => {
    expect(complaintOf(field("day"), "2026-06-30", true)).toBeUndefined();
    expect(complaintOf(field("day"), "", false)).toBeUndefined();
  });
});
