/** Rules for tests: an item rule that selects, unless said otherwise. */
import type { Rule } from "@customhouse/risk/rules";

export function rule(parts: Partial<Rule> & Pick<Rule, "id" | "when">): Rule {
  return {
    version: 1,
    title: parts.id,
    owner: "Test division",
    reason: "To see what it does",
    reviewDate: "2027-01-01",
    confidentiality: "enforcement",
    scope: "item",
    lane: "yellow",
    controls: ["documentary"],
    weight: 100,
    validFrom: "2020-01-01",
    mode: "live",
    ...parts,
  };
}
