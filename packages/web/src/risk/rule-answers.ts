/** A rule as a form holds it, and back. Pure: what today is is passed in. */

import type { RiskRule } from "@customhouse/api/risk/policy";
import { isDay } from "@customhouse/model";

export type RuleField =
  | "id"
  | "title"
  | "owner"
  | "reason"
  | "reviewDate"
  | "scope"
  | "when"
  | "lane"
  | "weight"
  | "mode"
  | "validFrom"
  | "validTo";
export type RuleAnswers = Readonly<Record<RuleField, string>>;

const CONTROLS: Readonly<Record<RiskRule["lane"], RiskRule["controls"]>> = {
  red: ["physical"],
  yellow: ["documentary"],
  blue: ["non-blocking"],
};
export const RULE_LANES = ["red", "yellow", "blue"] as const;
export const RULE_MODES = ["test", "shadow", "live"] as const;
const OPTIONAL: readonly RuleField[] = ["validTo"];
const DAYS: readonly RuleField[] = ["reviewDate", "validFrom", "validTo"];
const GREATEST_WEIGHT = 100;

/** A new rule runs in shadow until somebody means it. `today` is an ISO day. */
export function answersOf(rule: RiskRule | undefined, today: string): RuleAnswers {
  const { id = "", title = "", owner = "", reason = "", reviewDate = "", when = "" } = rule ?? {};
  const { scope = "item", lane = "yellow", weight = "", mode = "shadow" } = rule ?? {};
  const { validFrom = today, validTo = "" } = rule ?? {};
  const texts = { id, title, owner, reason, reviewDate, when, scope, lane, mode };
  return { ...texts, weight: String(weight), validFrom, validTo };
}

/** `before` is the rule of the policy in the copy: a changed rule is a new version of it. */
export function ruleOf(answers: RuleAnswers, before: RiskRule | undefined): RiskRule {
  const { validTo, weight, lane: asked, mode, scope, ...texts } = answers;
  const lane = asked as RiskRule["lane"];
  const trimmed = Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, value.trim()]),
  ) as typeof texts;
  const kept = before !== undefined && before.lane === lane ? before.controls : CONTROLS[lane];
  return {
    ...trimmed,
    version: before === undefined ? 1 : before.version + 1,
    confidentiality: before?.confidentiality ?? "enforcement",
    scope: scope as RiskRule["scope"],
    lane,
    controls: kept,
    weight: Number(weight),
    mode: mode as RiskRule["mode"],
    ...(validTo.trim() === "" ? {} : { validTo: validTo.trim() }),
  };
}

export type RuleComplaint = "missing" | "day" | "weight" | "id" | "twice" | "period";

/** What the form itself can tell; the condition is read by the server. `others` are identifiers of other rules. */
export function complaintsOf(
  answers: RuleAnswers,
  others: readonly string[],
): readonly { readonly field: RuleField; readonly complaint: RuleComplaint }[] {
  return (Object.keys(answers) as RuleField[]).flatMap((field) => {
    const complaint = complaintOf(field, answers, others);
    return complaint === undefined ? [] : [{ field, complaint }];
  });
}

function complaintOf(
  field: RuleField,
  answers: RuleAnswers,
  others: readonly string[],
): RuleComplaint | undefined {
  const value = answers[field].trim();
  if (value === "") return OPTIONAL.includes(field) ? undefined : "missing";
  if (DAYS.includes(field) && !isDay(value)) return "day";
  if (field === "validTo" && value <= answers.validFrom.trim()) return "period";
  if (field === "weight") {
    return /^\d{1,3}$/.test(value) && Number(value) <= GREATEST_WEIGHT ? undefined : "weight";
  }
  if (field !== "id") return undefined;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)) return "id";
  return others.includes(value) ? "twice" : undefined;
}

/** A sound rule around a condition, so that only the condition can be found wrong. */
export function ruleAround(when: string, scope: string): RiskRule {
  const day = "2000-01-01";
  const texts = { title: "x", owner: "x", reason: "x", reviewDate: day, validFrom: day };
  const answers = { ...texts, validTo: "", id: "condition", when, scope, mode: "test" };
  return ruleOf({ ...answers, lane: "blue", weight: "0" }, undefined);
}
