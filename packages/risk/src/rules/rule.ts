/** A rule of risk: versioned data around one condition. What is not right about one is said part by part. */
import type { ConfidentialityLabel, ControlKind, Lane } from "@customhouse/model";
import type { FeatureScope } from "../features/feature.ts";
import { RULE_LIMITS } from "./limits.ts";
import type { RuleProblem } from "./problem.ts";

export type RuleLane = Exclude<Lane, "green">;

/** `test`: back-tests alone. `shadow`: runs and is recorded, and changes nothing. `live`: counts. */
export type RuleMode = "test" | "shadow" | "live";

export interface Rule {
  readonly id: string;
  /** From 1; a changed rule is a new version. */
  readonly version: number;
  readonly title: string;
  readonly owner: string;
  readonly reason: string;
  /** ISO day by which somebody looks at it again. */
  readonly reviewDate: string;
  readonly confidentiality: ConfidentialityLabel;
  /** A declaration rule sees `declaration` and `items`; an item rule sees `declaration` and `item`. */
  readonly scope: FeatureScope;
  /** Condition in CEL over the catalogue of features. */
  readonly when: string;
  readonly lane: RuleLane;
  readonly controls: readonly ControlKind[];
  /** From 0 to 100: how sure a hit is. 100 always selects. */
  readonly weight: number;
  /** ISO days; the period ends before `validTo`. */
  readonly validFrom: string;
  readonly validTo?: string;
  readonly mode: RuleMode;
}

interface Wrong {
  /** Goes on from the name of the part. */
  readonly says: string;
  /** The same in every language: a format in the notation of the standard, values, bounds. */
  readonly allowed?: string;
}

type Check = (value: unknown) => Wrong | undefined;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const text =
  (most: number): Check =>
  (value) =>
    typeof value === "string" && value.trim() !== "" && value.length <= most
      ? undefined
      : { says: `must be a text of 1 to ${most} characters`, allowed: `an..${most}` };
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && values.includes(value)
      ? undefined
      : { says: `must be one of ${values.join(", ")}`, allowed: values.join(", ") };
const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : { says: `must be a whole number from ${least} to ${most}`, allowed: `${least}–${most}` };
const day: Check = (value) =>
  typeof value === "string" && DAY.test(value) && isDay(value)
    ? undefined
    : { says: "must be an ISO day", allowed: "YYYY-MM-DD" };

/** The thirtieth of February would read as a day of March. */
function isDay(value: string): boolean {
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

const CONTROLS: readonly string[] = [
  "documentary",
  "physical",
  "non-blocking",
] satisfies readonly ControlKind[];

const CHECKS: Readonly<Record<keyof Rule, Check>> = {
  id: (value) =>
    typeof value === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value)
      ? undefined
      : {
          says: "must be 1 to 64 letters, digits, dots, dashes or underscores",
          allowed: "an..64",
        },
  version: whole(1, 1_000_000),
  title: text(200),
  owner: text(200),
  reason: text(2_000),
  reviewDate: day,
  confidentiality: oneOf("public", "party", "restricted", "enforcement"),
  scope: oneOf("declaration", "item"),
  when: (value) => (typeof value === "string" ? undefined : { says: "must be a text" }),
  lane: oneOf("red", "yellow", "blue"),
  controls: (value) =>
    Array.isArray(value) && value.length <= CONTROLS.length && value.every(isControl)
      ? undefined
      : { says: `must be a list of ${CONTROLS.join(", ")}`, allowed: CONTROLS.join(", ") },
  weight: whole(0, 100),
  validFrom: day,
  validTo: (value) => (value === undefined ? undefined : day(value)),
  mode: oneOf("test", "shadow", "live"),
};

function isControl(value: unknown): boolean {
  return typeof value === "string" && CONTROLS.includes(value);
}

/** Everything that is wrong with the shape of a rule (CH4210, CH4211); the condition is read later. */
export function shapeProblems(value: unknown, position: number): readonly RuleProblem[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [{ rule: `#${position}`, code: "CH4210", message: "A rule must be an object." }];
  }
  const given = value as Readonly<Record<string, unknown>>;
  const rule = typeof given.id === "string" ? given.id.slice(0, 64) : `#${position}`;
  const problems: RuleProblem[] = [];
  for (const [part, check] of Object.entries(CHECKS)) {
    const wrong = check(Object.hasOwn(given, part) ? given[part] : undefined);
    if (wrong !== undefined) {
      const { says, allowed } = wrong;
      const values = { found: part, ...(allowed === undefined ? {} : { allowed }) };
      problems.push({ rule, code: "CH4210", message: `${part} ${says}.`, ...values });
    }
  }
  for (const part of Object.keys(given).slice(0, 100)) {
    if (Object.hasOwn(CHECKS, part)) continue;
    const found = part.slice(0, 40);
    problems.push({ rule, code: "CH4210", message: `${found} is no part of a rule.`, found });
  }
  if (typeof given.when === "string" && given.when.length > RULE_LIMITS.textLength) {
    const most = RULE_LIMITS.textLength;
    const values = { found: `${given.when.length}`, allowed: `${most}` };
    const message = `when is longer than ${most} characters.`;
    problems.push({ rule, code: "CH4211", message, ...values });
  }
  if (typeof given.validTo === "string" && String(given.validFrom) >= given.validTo) {
    problems.push({
      rule,
      code: "CH4210",
      message: "validTo must be after validFrom.",
      found: "validTo",
    });
  }
  return problems;
}
