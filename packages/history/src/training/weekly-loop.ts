/**
 * What an administration would have found, played over its history: every week it trains on what it has inspected so far,
 * looks at a share of the week's declarations, and learns the results of those alone. A part of the looking is left to
 * chance: only that part says without bias how much fraud there is, as the rest was chosen because it looked bad.
 */
import { type BoostSettings, LearningError, ranked, score, seeded } from "@customhouse/learning";
import {
  daysOf,
  pickRows,
  type Table,
  type TableSchema,
  targetOf,
} from "@customhouse/learning/tables";
import { DAY_MS, utcDay } from "@customhouse/model";
import { trainOnThreads } from "./train-on-threads.ts";

export interface LoopOptions {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly target: string;
  /** Date column, `YYYY-MM-DD`. */
  readonly date: string;
  /** Days at the start whose results are all known. */
  readonly knownDays: number;
  /** Share of a week's declarations that are inspected. */
  readonly inspect: number;
  /** Share of the inspections that is left to chance. */
  readonly byChance: number;
  readonly settings: BoostSettings;
  readonly members: number;
  readonly seed: number;
}

export interface Week {
  readonly from: string;
  readonly declarations: number;
  readonly frauds: number;
  readonly inspected: number;
  readonly found: number;
  /** Frauds there are, as the inspections let it be estimated: each found by chance stands for those not looked at. */
  readonly estimatedFrauds: number;
}

export interface LoopSummary {
  readonly weeks: number;
  /** Share of the inspections that found a fraud. */
  readonly hitRate: number;
  /** Share of the frauds that were found. */
  readonly recall: number;
  readonly fraudShare: number;
  /** The same without knowing what was not inspected. */
  readonly estimatedFraudShare: number;
}

const WEEK_DAYS = 7;

/** Row numbers of each week after the known days, in the order of time. */
export function weeksIn({ table, date, knownDays }: LoopOptions) {
  const days = daysOf(table, date);
  const missing = days.findIndex(Number.isNaN);
  if (missing >= 0) throw new LearningError("CH4102", `row ${missing + 1}: ${date} is missing`);
  const order = Array.from(days, (_, row) => row).sort(
    (a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b,
  );
  const first = days[order[0] ?? 0] ?? 0;
  const known: number[] = [];
  const weeks: { from: string; rows: number[] }[] = [];
  for (const row of order) {
    const since = (days[row] ?? 0) - first - knownDays;
    if (since < 0) {
      known.push(row);
      continue;
    }
    const week = Math.floor(since / WEEK_DAYS);
    while (weeks.length <= week) {
      const start = first + knownDays + weeks.length * WEEK_DAYS;
      weeks.push({ from: utcDay(start * DAY_MS), rows: [] });
    }
    weeks[week]?.rows.push(row);
  }
  return { known, weeks: weeks.filter(({ rows }) => rows.length > 0) };
}

export async function* runLoop(options: LoopOptions): AsyncGenerator<Week> {
  const { table, schema, target: name, settings, members, seed } = options;
  const target = targetOf(table, name);
  const random = seeded(seed);
  const { known, weeks } = weeksIn(options);
  const learnt = [...known];
  for (const { from, rows } of weeks) {
    const model = await trainOnThreads({
      table: pickRows(table, learnt),
      schema,
      target: name,
      revenueWeight: 0,
      settings,
      members,
      seed,
    });
    const scores = score(model, pickRows(table, rows));
    const order = Array.from(ranked(scores), (index) => rows[index] ?? 0);
    const chosen = choose(order, options, random);
    learnt.push(...chosen.byScore, ...chosen.byChance);
    const frauds = (among: readonly number[]) =>
      among.reduce((sum, row) => sum + (target[row] ?? 0), 0);
    const foundByChance = frauds(chosen.byChance);
    yield {
      from,
      declarations: rows.length,
      frauds: frauds(rows),
      inspected: chosen.byScore.length + chosen.byChance.length,
      found: frauds(chosen.byScore) + foundByChance,
      estimatedFrauds:
        frauds(chosen.byScore) +
        (chosen.byChance.length === 0 ? 0 : foundByChance / chosen.probability),
    };
  }
}

/** The highest scores, and by chance some of the rest, each with the same probability. */
function choose(order: readonly number[], options: LoopOptions, random: () => number) {
  const inspected = Math.max(1, Math.round(order.length * options.inspect));
  const drawn = Math.round(inspected * options.byChance);
  const byScore = order.slice(0, inspected - drawn);
  const rest = order.slice(inspected - drawn);
  const probability = drawn / rest.length;
  const byChance = Array.from({ length: drawn }, () => {
    const [row = 0] = rest.splice(Math.floor(random() * rest.length), 1);
    return row;
  });
  return { byScore, byChance, probability };
}

export function summaryOf(weeks: readonly Week[]): LoopSummary {
  const sum = (of: (week: Week) => number) => weeks.reduce((total, week) => total + of(week), 0);
  const declarations = sum((week) => week.declarations);
  const frauds = sum((week) => week.frauds);
  const found = sum((week) => week.found);
  return {
    weeks: weeks.length,
    hitRate: found / sum((week) => week.inspected),
    recall: found / frauds,
    fraudShare: frauds / declarations,
    estimatedFraudShare: sum((week) => week.estimatedFrauds) / declarations,
  };
}
