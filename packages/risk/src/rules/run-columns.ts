/** One rule over columns of feature values: nothing is made but the values that it reads. */
import type { FeatureScope, FeatureValue } from "../features/feature.ts";
import { columnsOf } from "./columns.ts";
import type { CompiledRule, CompiledRuleSet } from "./compile.ts";
import { FAILED, type Frame, TRUE, type Truth } from "./frame.ts";

/** A column a feature, null where it is missing. Of items, `run` says to which declaration one belongs, rising. */
export interface FeatureColumns {
  readonly runs: number;
  readonly declaration: ReadonlyMap<string, readonly (FeatureValue | null)[]>;
  readonly item: ReadonlyMap<string, readonly (FeatureValue | null)[]>;
  readonly itemRun: readonly number[];
}

/** Whether a rule has to see the items at all, be it only to count them. */
export function readsItems({ rule }: CompiledRule): boolean {
  return rule.scope === "item" || /\bitems\b/.test(rule.when);
}

type Values = (FeatureValue | undefined)[];
type Fill = (values: Values, at: number) => void;

/**
 * Calls `told` with each run that the rule hits or fails on, in order. As in a back-test, mode and days of validity are
 * not looked at.
 */
export function runColumns(
  { layout }: CompiledRuleSet,
  compiled: CompiledRule,
  columns: FeatureColumns,
  told: (run: number, hit: boolean, failed: boolean) => void,
): void {
  const { rule, condition } = compiled;
  const fillDeclaration = fillOf(compiled, "declaration", columns);
  const fillItem = fillOf(compiled, "item", columns);
  const empty = (scope: FeatureScope): Values => new Array(layout[scope].size).fill(undefined);
  const declaration = empty("declaration");
  const item = empty("item");
  const frame: Frame = {
    declaration,
    items: [],
    item,
    element: "",
    failure: undefined,
    steps: 0,
  };
  const ask = (): Truth => {
    frame.failure = undefined;
    frame.steps = 0;
    return condition.run(frame);
  };
  let at = 0;
  for (let run = 0; run < columns.runs; run += 1) {
    fillDeclaration(declaration, run);
    const from = at;
    while (columns.itemRun[at] === run) at += 1;
    let hit = false;
    let failed = false;
    const take = (truth: Truth) => {
      if (truth === TRUE) hit = true;
      else if (truth === FAILED) failed = true;
    };
    if (rule.scope === "item") {
      for (let row = from; row < at; row += 1) {
        fillItem(item, row);
        take(ask());
      }
    } else {
      frame.items = itemsOf(from, at, () => empty("item"), fillItem);
      take(ask());
    }
    if (hit || failed) told(run, hit, failed);
  }
}

function itemsOf(from: number, to: number, empty: () => Values, fill: Fill): readonly Values[] {
  return Array.from({ length: to - from }, (_, index) => {
    const values = empty();
    fill(values, from + index);
    return values;
  });
}

function fillOf(compiled: CompiledRule, scope: FeatureScope, columns: FeatureColumns): Fill {
  const own = columnsOf(compiled)
    .filter((slot) => slot.scope === scope)
    .map(({ name, index }) => ({ index, column: columns[scope].get(name) ?? [] }));
  return (values, at) => {
    for (const { index, column } of own) values[index] = column[at] ?? undefined;
  };
}
