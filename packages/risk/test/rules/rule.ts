/** A rule for tests, with only what a test is about. */
import type { Rule } from "../../src/rules/rule.ts";

export function rule(when: string, more: Partial<Rule> = {}): Rule {
  return {
    id: "R1",
    version: 1,
    title: "A rule",
    owner: "Risk division",
    reason: "For a test",
    reviewDate: "2027-06-30",
    confidentiality: "enforcement",
    scope: "declaration",
    when,
    lane: "red",
    controls: ["documentary", "physical"],
    weight: 100,
    validFrom: "2026-01-01",
    mode: "live",
    ...more,
  };
}
