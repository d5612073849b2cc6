/** One rule over the feature rows of one day, of which only the columns that it reads are read. */
import type { FeatureScope } from "@customhouse/risk/features";
import {
  type CompiledRuleSet,
  columnsOf,
  compileRules,
  type Rule,
  readsItems,
  runColumns,
} from "@customhouse/risk/rules";
import type { DuckDBConnection } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";
import { named, quoted } from "../facts/engine.ts";
import { HITS_COLUMN, RUN_COLUMN } from "./feature-columns.ts";
import { readColumns } from "./feature-table.ts";

export interface OneRuleTally {
  readonly runs: number;
  readonly items: number;
  readonly hits: number;
  readonly failures: number;
  /** Runs that the rule of this name hit when the rows were written. */
  readonly storedHits: number;
  /** Runs that it hits now and did not then, and the other way round. */
  readonly gained: number;
  readonly lost: number;
}

export function compiledOne(rule: Rule): CompiledRuleSet {
  const { set, errors } = compileRules([rule]);
  const [problem] = errors;
  if (problem !== undefined) throw new HistoryError("CH4605", `${problem.code} ${problem.message}`);
  return set;
}

/** Errors: CH4604. */
export async function oneRuleDay(
  connection: DuckDBConnection,
  set: CompiledRuleSet,
  folder: string,
): Promise<OneRuleTally> {
  const [compiled] = set.rules;
  if (compiled === undefined) throw new HistoryError("CH4605", "there is no rule");
  const own = (scope: "declaration" | "item") =>
    columnsOf(compiled).flatMap((slot) => (slot.scope === scope ? [slot.name] : []));
  const read = async (scope: FeatureScope, last: string) => {
    const names = own(scope);
    const columns = await readColumns(connection, folder, scope, [...names.map(named), last]);
    const byName = new Map(names.map((name, at) => [name, columns[at] ?? []]));
    return [byName, columns[names.length] ?? []] as const;
  };
  const stored = `list_contains(${named(HITS_COLUMN)}, ${quoted(compiled.rule.id)})`;
  const [declaration, hitThen] = await read("declaration", stored);
  const [item, itemRun] = readsItems(compiled)
    ? await read("item", named(RUN_COLUMN))
    : [new Map(), []];
  let [hits, failures, kept] = [0, 0, 0];
  const columns = {
    runs: hitThen.length,
    declaration,
    item,
    itemRun: itemRun as readonly number[],
  };
  runColumns(set, compiled, columns, (run, hit, failed) => {
    if (hit) hits += 1;
    if (failed) failures += 1;
    if (hit && hitThen[run] === true) kept += 1;
  });
  const storedHits = hitThen.filter((then) => then === true).length;
  return {
    runs: columns.runs,
    items: columns.itemRun.length,
    hits,
    failures,
    storedHits,
    gained: hits - kept,
    lost: storedHits - kept,
  };
}
