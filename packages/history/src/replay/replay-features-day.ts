/** The feature rows of one day judged again, of which only the columns that rules and model read are read. */
import type {
  FeaturePlan,
  FeatureScope,
  FeatureValue,
  FeatureValues,
  RiskRow,
} from "@customhouse/risk/features";
import { planFor } from "@customhouse/risk/rules";
import type { DuckDBConnection } from "@duckdb/node-api";
import { named } from "../facts/engine.ts";
import { type Column, RUN_COLUMN, RUN_COLUMN_NAMES, runReader } from "./feature-columns.ts";
import { type RunRange, readColumns } from "./feature-table.ts";
import { emptyTally, type ReplayTally, tallyRun } from "./replay-tally.ts";
import {
  type AboutRun,
  type Judging,
  judgeAgain,
  type ReplayedRun,
  type StoredRun,
} from "./replayed-run.ts";

export interface DayReplay {
  readonly tally: ReplayTally;
  /** Empty unless asked for. */
  readonly runs: readonly ReplayedRun[];
}

/** Runs that are in memory at once. */
const BLOCK_RUNS = 10_000;

type Replayer = (connection: DuckDBConnection, day: string) => Promise<DayReplay>;

/** Errors, of what it returns: CH4604. */
export function dayReplayer(judging: Judging, withRuns: boolean): Replayer {
  const { set, model } = judging;
  const again = judgeAgain(judging);
  const { empty } = planFor(set, model === undefined ? [] : [model]);
  const rules = set.rules.map(({ rule }) => rule);
  return async (connection, day) => {
    const tally = emptyTally(rules);
    const runs: ReplayedRun[] = [];
    for (let from = 0; ; from += BLOCK_RUNS) {
      const range = { from, to: from + BLOCK_RUNS };
      const block = await readBlock(connection, day, empty, range);
      for (let at = 0; at < block.runs; at += 1) {
        const { about, stored, row } = block.run(at);
        const played = again(about, stored, row);
        tallyRun(tally, played);
        if (withRuns) runs.push(played);
      }
      if (block.runs < BLOCK_RUNS) return { tally, runs };
    }
  };
}

interface Block {
  readonly runs: number;
  /** To be asked in rising order: items are laid as their run comes up. */
  readonly run: (at: number) => {
    readonly about: AboutRun;
    readonly stored: StoredRun;
    readonly row: RiskRow;
  };
}

async function readBlock(
  connection: DuckDBConnection,
  day: string,
  empty: FeaturePlan["empty"],
  range: RunRange,
): Promise<Block> {
  const read = async (scope: FeatureScope, others: readonly string[]) => {
    const names = Object.keys(empty[scope]);
    const selected = [...others, ...names].map(named);
    const columns = await readColumns(connection, day, scope, selected, range);
    const features = names.map((name, at) => [name, columns[others.length + at] ?? []] as const);
    return { others: columns, lay: layer(empty[scope], features) };
  };
  const declarations = await read("declaration", RUN_COLUMN_NAMES);
  const items = await read("item", [RUN_COLUMN]);
  const runOf = runReader(declarations.others);
  const [itemRun = []] = items.others;
  let next = 0;
  return {
    runs: declarations.others[0]?.length ?? 0,
    run: (at) => {
      const from = next;
      while (itemRun[next] === range.from + at) next += 1;
      const { readAt, readOn, ...run } = runOf(at);
      const ofRun = Array.from({ length: next - from }, (_, item) => items.lay(from + item));
      const declaration = declarations.lay(at);
      return { ...run, row: { at: readAt, day: readOn, declaration, items: ofRun } };
    },
  };
}

/** Rows begin as copies of the one without values, so that all of them have one shape. */
function layer(empty: FeatureValues, features: readonly (readonly [name: string, Column])[]) {
  return (at: number): FeatureValues => {
    const row: Record<string, FeatureValue | undefined> = { ...empty };
    for (const [name, column] of features) {
      const value = column[at];
      if (value !== null && value !== undefined) row[name] = value;
    }
    return row;
  };
}
