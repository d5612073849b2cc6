/** One rule over the feature rows of one day, of which only the columns that it reads are read. */
import path from "node:path";
import {
  type CompiledRuleSet,
  columnsOf,
  compileRules,
  type FeatureValue,
  type Rule,
  readsItems,
  runColumns,
} from "@customhouse/risk";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";
import { named, quoted } from "./engine.ts";
import { HITS_COLUMN, RUN_COLUMN } from "./feature-columns.ts";
import { FEATURE_FILES } from "./feature-rows.ts";

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
  const stored = `list_contains(${named(HITS_COLUMN)}, ${quoted(compiled.rule.id)})`;
  const declarations = await readColumns(
    connection,
    folder,
    "declaration",
    own("declaration"),
    stored,
  );
  const items = readsItems(compiled)
    ? await readColumns(connection, folder, "item", own("item"), named(RUN_COLUMN))
    : { columns: new Map(), last: [] };
  const hitThen = declarations.last as readonly boolean[];
  let [hits, failures, kept] = [0, 0, 0];
  const columns = {
    runs: hitThen.length,
    declaration: declarations.columns,
    item: items.columns,
    itemRun: items.last as readonly number[],
  };
  runColumns(set, compiled, columns, (run, hit, failed) => {
    if (hit) hits += 1;
    if (failed) failures += 1;
    if (hit && hitThen[run] === true) kept += 1;
  });
  const storedHits = hitThen.reduce((sum, then) => sum + Number(then), 0);
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

type Column = readonly (FeatureValue | null)[];

async function readColumns(
  connection: DuckDBConnection,
  folder: string,
  scope: "declaration" | "item",
  names: readonly string[],
  last: string,
): Promise<{ readonly columns: ReadonlyMap<string, Column>; readonly last: readonly unknown[] }> {
  const file = quoted(path.join(folder, FEATURE_FILES[scope]));
  const selected = [...names.map(named), last].join(", ");
  const result = await connection.run(`SELECT ${selected} FROM read_parquet(${file})`);
  const found: FeatureValue[][] = [...names, last].map(() => []);
  for (const chunk of await result.fetchAllChunks()) {
    found.forEach((column, index) => {
      for (const value of chunk.getColumnValues(index)) column.push(plain(value));
    });
  }
  const columns = new Map(names.map((name, index) => [name, found[index] ?? []]));
  return { columns, last: found[names.length] ?? [] };
}

/** Lists come as objects of the engine; everything else is plain as it comes. */
function plain(value: DuckDBValue): FeatureValue {
  const isList = typeof value === "object" && value !== null && "items" in value;
  return (isList ? value.items : value) as FeatureValue;
}
