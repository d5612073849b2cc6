/** The parts of the analyst's pages that need no browser. */
import type { RiskFeature } from "@customhouse/api/risk/policies";
import type { RiskRule } from "@customhouse/api/risk/policy";
import { describe, expect, it } from "vitest";
import {
  featureInCondition,
  inserted,
  markPlace,
  matchingFeatures,
} from "../src/risk/condition.ts";
import { officeLoads } from "../src/risk/report/office-load.ts";
import { answersOf, complaintsOf, ruleAround, ruleOf } from "../src/risk/rule-answers.ts";

const feature = (name: string, scope: RiskFeature["scope"], description: string): RiskFeature => ({
  ...{ name, scope, description: { en: description, fr: `Français ${name}` } },
  ...{ type: "string", group: scope, owner: "x", label: "restricted" },
});
const HS2 = feature("hs2", "item", "Chapter: the first two digits.");
const OFFICE = feature("office", "declaration", "The customs office.");

const inEnglish = ({ en }: { en: string }) => en;

describe("a condition", () => {
  it("is marked where it is wrong, at least one character", () => {
    expect(markPlace("a == 1", { start: 2, end: 4 })).toEqual({
      before: "a ",
      marked: "==",
      after: " 1",
    });
    expect(markPlace("ab", { start: 2, end: 2 })).toEqual({ before: "ab", marked: " ", after: "" });
    expect(markPlace("ab", { start: -3, end: 99 }).marked).toBe("ab");
  });

  it("takes a feature in place of what is selected, set apart", () => {
    expect(inserted("a &&", { start: 4, end: 4 }, "item.hs2")).toEqual({
      text: "a && item.hs2",
      caret: 13,
    });
    expect(inserted("!(x)", { start: 2, end: 3 }, "y").text).toBe("!(y)");
    expect(inserted("b", { start: 0, end: 0 }, "y").text).toBe("y b");
  });

  it("names items of a declaration rule within a loop", () => {
    expect(featureInCondition(HS2, "item")).toBe("item.hs2");
    expect(featureInCondition(HS2, "declaration")).toBe("items.exists(i, i.hs2)");
    expect(featureInCondition(OFFICE, "item")).toBe("declaration.office");
  });

  it("finds features by all words, names first", () => {
    const other = feature("first", "item", "Nothing.");
    expect(matchingFeatures([OFFICE, HS2, other], "First", inEnglish)).toEqual([other, HS2]);
    expect(matchingFeatures([OFFICE, HS2], "item digits", inEnglish)).toEqual([HS2]);
    expect(matchingFeatures([OFFICE, HS2], " ", inEnglish)).toHaveLength(2);
    const inFrench = ({ fr = "" }: { fr?: string }) => fr;
    expect(matchingFeatures([OFFICE, HS2], "français hs2", inFrench)).toEqual([HS2]);
  });
});

describe("a rule in a form", () => {
  const rule = ruleAround("true", "item");
  const answers = { ...answersOf(rule, "2026-01-01"), weight: "60" };

  it("comes back as a new version, and keeps what the form does not ask", () => {
    const before: RiskRule = {
      ...rule,
      controls: ["documentary", "non-blocking"],
      confidentiality: "party",
    };
    expect(ruleOf(answers, before)).toEqual({ ...before, version: 2, weight: 60 });
    expect(ruleOf({ ...answers, lane: "red" }, before).controls).toEqual(["physical"]);
    expect("validTo" in ruleOf(answers, undefined)).toBe(false);
  });

  it.each([
    [{ title: " " }, "title", "missing"],
    [{ reviewDate: "2026-02-30" }, "reviewDate", "day"],
    [{ weight: "101" }, "weight", "weight"],
    [{ id: "-x" }, "id", "id"],
    [{ id: "TAKEN" }, "id", "twice"],
    [{ validTo: "2000-01-01" }, "validTo", "period"],
  ])("says what is wrong with %j", (change, field, complaint) => {
    expect(complaintsOf({ ...answers, ...change }, ["TAKEN"])).toEqual([{ field, complaint }]);
  });

  it("has nothing wrong otherwise", () => {
    expect(complaintsOf(answers, ["TAKEN"])).toEqual([]);
  });
});

it("spreads the workload of an office over the days of either side", () => {
  const day = (date: string, red: number) => ({
    ...{ office: "A", day: date, red },
    ...{ yellow: 1, blue: 0 },
  });
  expect(officeLoads([day("1", 1)], [day("1", 3), day("2", 0)])).toEqual([
    {
      office: "A",
      days: 2,
      before: { perDay: 1, busiest: 2 },
      after: { perDay: 2.5, busiest: 4 },
    },
  ]);
});
