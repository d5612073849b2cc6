/** Why a rule hit, or did not: its parts at the top with the values they read. For officers only. */
import type { FeatureValue, RiskRow } from "../features/feature.ts";
import type { CompiledRule, CompiledRuleSet } from "./compile.ts";
import { evaluateRules, frameOf } from "./evaluate.ts";
import { FAILED, TRUE } from "./frame.ts";

export interface ExplainedPart {
  readonly text: string;
  readonly held: boolean | "error";
  /** Features by name with their scope; null: missing. Of a loop's part, no values: there are as many as items. */
  readonly values: Readonly<Record<string, FeatureValue | null>>;
}

export interface ExplainedHit {
  readonly rule: string;
  readonly joined: "all" | "any" | "one";
  /** Number of the item, of an item rule. */
  readonly item?: number;
  readonly parts: readonly ExplainedPart[];
}

/** Each rule that hits, and for an item rule each item. */
export function explainHits(
  set: CompiledRuleSet,
  row: RiskRow,
  options: { readonly backtest?: boolean } = {},
): readonly ExplainedHit[] {
  const compiledOf = new Map(set.rules.map((compiled) => [compiled.rule.id, compiled]));
  return evaluateRules(set, row, options).hits.flatMap(({ rule, items }) => {
    const compiled = compiledOf.get(rule.id);
    if (compiled === undefined) return [];
    if (rule.scope === "declaration") return [explained(set, compiled, row, undefined)];
    return items.map((item) => explained(set, compiled, row, item));
  });
}

function explained(
  set: CompiledRuleSet,
  { rule, condition }: CompiledRule,
  row: RiskRow,
  item: number | undefined,
): ExplainedHit {
  const frame = frameOf(set, row);
  const at = row.items.findIndex(({ sequence }, index) => (sequence ?? index + 1) === item);
  frame.item = frame.items[at] ?? [];
  const parts = condition.operands.map(({ text, run, read }): ExplainedPart => {
    const truth = run(frame);
    const values: Record<string, FeatureValue | null> = {};
    for (const { scope, name } of read) {
      if (scope === "item" && rule.scope === "declaration") continue;
      const holder = scope === "declaration" ? row.declaration : row.items[at];
      values[`${scope}.${name}`] = holder?.[name] ?? null;
    }
    return { text, held: truth === FAILED ? "error" : truth === TRUE, values };
  });
  const about = item === undefined ? {} : { item };
  return { rule: rule.id, joined: condition.joined, ...about, parts };
}
