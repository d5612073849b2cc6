/**
 * An exported history played again: every run under 200 rules, with one core's work as the limit; and one changed rule
 * over stored feature rows, beside the same condition as SQL over the same files. What is played is simulated.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import {
  exportHistory,
  replayFeatures,
  replayHistory,
  replayOneRule,
  withEngine,
} from "@customhouse/history";
import { seeded } from "@customhouse/learning";
import { featuresOf, History, type RiskFacts } from "@customhouse/risk/features";
import { compileRules, evaluateRules, planFor } from "@customhouse/risk/rules";
import { asRule, benchFacts, benchRule } from "./rules.ts";

const RUNS = 100_000;
const RULES = 200;
const SEED = 7;
const STEP_MS = 4_320;
const PAGE = 2_000;
const VISIBLE_AFTER_MS = 2_000;
const WHEN =
  'item.hs4 == "2017" && item.value > 4000.0 && declaration.importerDeclarations365 < 3000';
const SQL = `i."hs4" = '2017' AND i."value" > 4000 AND d."importerDeclarations365" < 3000`;

export interface ReplayResult {
  readonly runs: number;
  readonly threads: number;
  /** Runs a second, by the clock. */
  readonly exported: number;
  readonly replayed: number;
  readonly withFeatures: number;
  /** All rules over the feature rows that were written. */
  readonly overFeatures: number;
  /** The same work from memory on this thread: history, features, rules. */
  readonly online: number;
  readonly oneRule: number;
  readonly sql: number;
}

export async function benchReplay(): Promise<ReplayResult> {
  const random = seeded(SEED);
  const rules = Array.from({ length: RULES }, (_, index) =>
    asRule(benchRule(index, random), index),
  );
  const { set } = compileRules(rules);
  const facts = Array.from({ length: RUNS }, (_, index) => factAt(index, random));
  const root = await mkdtemp(path.join(tmpdir(), "customhouse-bench-replay-"));
  try {
    const folder = path.join(root, "history");
    const features = path.join(root, "features");
    const exported = await perSecond(() => exportHistory({ folder, read: pageOf(facts) }));
    const order = { folder, set, criteria: [] };
    const replayed = await perSecond(() => replayHistory(order));
    const withFeatures = await perSecond(() => replayHistory({ ...order, features }));
    const whole = await replayHistory(order);
    const overRows = { folder: features, set, criteria: [] };
    const again = await replayFeatures(overRows);
    if (JSON.stringify(again.rules) !== JSON.stringify(whole.rules)) {
      throw new Error("feature rows say something else than the history");
    }
    const rule = { ...(rules[0] as (typeof rules)[number]), id: "CHANGED", when: WHEN };
    const tally = await replayOneRule({ folder: features, rule });
    const hits = await sqlHits(features);
    if (tally.hits !== hits) throw new Error(`${tally.hits} hits where SQL finds ${hits}`);
    return {
      runs: RUNS,
      threads: availableParallelism(),
      exported,
      replayed,
      withFeatures,
      overFeatures: await perSecond(() => replayFeatures(overRows)),
      online: await perSecond(async () => playHere(set, facts)),
      oneRule: await perSecond(() => replayOneRule({ folder: features, rule })),
      sql: await perSecond(() => sqlHits(features)),
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

interface Fact {
  readonly position: number;
  readonly visibleAt: string;
  readonly facts: RiskFacts;
}

function factAt(index: number, random: () => number): Fact {
  const atMs = Date.UTC(2026, 2, 1) + index * STEP_MS;
  const at = new Date(atMs).toISOString();
  const visibleAt = new Date(atMs + VISIBLE_AFTER_MS).toISOString();
  return { position: index + 1, visibleAt, facts: { ...benchFacts(index, random), at } };
}

function pageOf(all: readonly Fact[]) {
  return async (after: number) => {
    const items = all.slice(after, after + PAGE).map(({ position, visibleAt, facts }) => ({
      position,
      caseId: facts.caseId,
      eventSeq: 2,
      at: facts.at,
      visibleAt,
      body: {
        kind: "run",
        facts,
        run: { lane: "green", criteria: [], basis: "none", probability: 0 },
      },
    }));
    return { items, next: items.length < PAGE ? undefined : String(after + PAGE) };
  };
}

function playHere(set: ReturnType<typeof compileRules>["set"], all: readonly Fact[]): number {
  const history = new History();
  const plan = planFor(set, []);
  let hits = 0;
  for (const { facts, visibleAt } of all) {
    hits += evaluateRules(set, featuresOf(facts, history, {}, plan)).hits.length;
    history.observeLodged({ ...facts, at: visibleAt });
  }
  return hits;
}

/** Declarations of which some item is hit. */
async function sqlHits(features: string): Promise<number> {
  return await withEngine(async (connection) => {
    const read = (table: string) => `read_parquet('${features}/day=*/${table}.parquet')`;
    const result = await connection.runAndReadAll(
      `SELECT count(*)::INTEGER FROM (SELECT DISTINCT i.day, i.run FROM ${read("items")} i
        JOIN ${read("declarations")} d ON d.day = i.day AND d.run = i.run WHERE ${SQL})`,
    );
    return Number(result.getRowsJS()[0]?.[0]);
  });
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (RUNS * 1_000) / (performance.now() - started);
}
