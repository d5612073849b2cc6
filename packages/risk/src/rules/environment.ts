/**
 * The typed environment of rules, built from the catalogue: a condition over an unknown feature or with types that do not
 * fit is refused when it is read. The engine parses and checks; what has passed is lowered into closures (lower.ts).
 */
import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import type { RiskErrorCode } from "../errors.ts";
import { FEATURES } from "../features/catalogue.ts";
import type { FeatureDefinition, FeatureScope, FeatureType } from "../features/feature.ts";
import { RULE_LIMITS } from "./limits.ts";
import { type Place, type ProblemValues, Refusal } from "./problem.ts";

/** A feature and where its value lies in a frame. */
export interface Slot {
  readonly scope: FeatureScope;
  readonly name: string;
  readonly type: FeatureType;
  readonly index: number;
}

export interface RuleEnvironment {
  readonly slots: Readonly<Record<FeatureScope, ReadonlyMap<string, Slot>>>;
  readonly engines: Readonly<Record<FeatureScope, Environment>>;
}

export function ruleEnvironment(
  features: readonly FeatureDefinition[] = FEATURES,
): RuleEnvironment {
  const slots = { declaration: slotsOf(features, "declaration"), item: slotsOf(features, "item") };
  const base = () =>
    new Environment({
      limits: {
        maxAstNodes: RULE_LIMITS.astNodes,
        maxDepth: RULE_LIMITS.depth,
        maxListElements: RULE_LIMITS.listElements,
        maxMapEntries: 0,
        maxCallArguments: 3,
      },
    })
      .registerType("Declaration", { fields: fieldsOf(slots.declaration) })
      .registerType("Item", { fields: fieldsOf(slots.item) })
      .registerVariable("declaration", "Declaration");
  return {
    slots,
    engines: {
      declaration: base().registerVariable("items", "list<Item>"),
      item: base().registerVariable("item", "Item"),
    },
  };
}

function slotsOf(
  features: readonly FeatureDefinition[],
  scope: FeatureScope,
): ReadonlyMap<string, Slot> {
  const own = features.filter((feature) => feature.scope === scope);
  return new Map(own.map(({ name, type }, index) => [name, { scope, name, type, index }]));
}

function fieldsOf(slots: ReadonlyMap<string, Slot>): Record<string, string> {
  return Object.fromEntries([...slots].map(([name, { type }]) => [name, type]));
}

/** The checked tree of a condition. Refusals: CH4211, CH4212, CH4213, CH4214. */
export function parseCondition(when: string, engine: Environment): ASTNode {
  let parsed: ReturnType<Environment["parse"]>;
  try {
    parsed = engine.parse(when);
  } catch (error) {
    throw refusalOf(error, "CH4212");
  }
  const checked = parsed.check();
  if (!checked.valid) throw refusalOf(checked.error, "CH4214");
  if (checked.type !== "bool") {
    const whole = { start: 0, end: when.length };
    const values = { found: checked.type, allowed: "bool" };
    const message = `The condition gives ${checked.type}, not true or false.`;
    throw new Refusal("CH4214", message, whole, values);
  }
  return parsed.ast;
}

const CODES: Readonly<Record<string, RiskErrorCode>> = {
  limit_exceeded: "CH4211",
  no_such_key: "CH4213",
  unknown_variable: "CH4213",
};

/** The engine's errors have a code, a summary in words and a range; whatever else was thrown has its message. */
function refusalOf(thrown: unknown, usual: RiskErrorCode): Refusal {
  const error = thrown as {
    readonly code?: string;
    readonly summary?: string;
    readonly message?: string;
    readonly range?: Place;
  };
  const code = CODES[error.code ?? ""] ?? usual;
  const message = (error.summary ?? error.message ?? "").slice(0, 200);
  return new Refusal(
    code,
    message,
    error.range ?? { start: 0, end: 0 },
    engineValues(code, message),
  );
}

/** The engine has no values beside its words: it puts names and types in quotation marks or behind a colon, limits in brackets. */
function engineValues(code: RiskErrorCode, summary: string): ProblemValues {
  if (code === "CH4211") {
    const [, allowed] = /\((\d+)\)$/.exec(summary) ?? [];
    return allowed === undefined ? {} : { allowed };
  }
  // Of what cannot be read, only the place says something.
  if (code === "CH4212") return {};
  const quoted = [...summary.matchAll(/'([^']+)'/g)].map(([, value]) => value);
  const found = quoted.length > 0 ? quoted.join(", ") : /: (.+)$/.exec(summary)?.[1];
  return found === undefined ? {} : { found };
}
