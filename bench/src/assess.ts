/**
 * Risk runs on the real server while declarations come at 200 a second: 200 rules and a model of 300 trees are in force, and
 * the server's own figures say how long each run took, once it is warm: in the first second the engine still compiles.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { sha256, writeModel } from "@customhouse/history";
import { seeded } from "@customhouse/learning";
import { featuresOf, History } from "@customhouse/risk/features";
import { median } from "./median.ts";
import { asRule, benchFacts, benchRule } from "./rules.ts";
import { load, type Served, withServer } from "./submit.ts";
import { trained } from "./whole-runs.ts";

const RULES = 200;
const LEARNT_FROM = 4_000;
const A_SECOND = 200;
const WARM_UP_SECONDS = 10;
const SECONDS = 15;
const PERIODS = 3;
const LIMIT_SECONDS = 0.002;
const SEED = 7;

export interface AssessResult {
  readonly runs: number;
  readonly perSecond: number;
  /** Share of the runs within each bound, in seconds, rising. */
  readonly within: readonly { readonly seconds: number; readonly share: number }[];
  /** The least bound that holds 99 of 100 runs. */
  readonly p99AtMostMs: number | undefined;
}

export function benchAssess(): Promise<AssessResult> {
  return withServer("real", async (server) => {
    await putInForce(server);
    await load(server, WARM_UP_SECONDS, "W", { perSecond: A_SECOND, warmUpSeconds: 0 });
    const periods: AssessResult[] = [];
    for (let period = 0; period < PERIODS; period += 1) {
      periods.push(await measured(server, `A${period}`));
    }
    // What else the machine does falls into one of them rather than into another.
    const shareOf = ({ within }: AssessResult) =>
      within.find(({ seconds }) => seconds === LIMIT_SECONDS)?.share ?? 0;
    const middle = median(periods.map(shareOf));
    return periods.find((period) => shareOf(period) === middle) as AssessResult;
  });
}

async function measured(server: Served, series: string): Promise<AssessResult> {
  const before = await counts(server);
  const pace = { perSecond: A_SECOND, warmUpSeconds: 0 };
  const { perSecond } = await load(server, SECONDS, series, pace);
  const during = (await counts(server)).map(({ seconds, count }, at) => ({
    seconds,
    count: count - (before[at]?.count ?? 0),
  }));
  const runs = during.at(-1)?.count ?? 0;
  if (runs === 0) throw new Error("the server has no figures of risk runs");
  const within = during.map(({ seconds, count }) => ({ seconds, share: count / runs }));
  const p99 = within.find(({ share }) => share >= 0.99)?.seconds;
  return { runs, perSecond, within, p99AtMostMs: p99 === undefined ? undefined : p99 * 1_000 };
}

async function putInForce(server: Served): Promise<void> {
  const random = seeded(SEED);
  const rules = Array.from({ length: RULES }, (_, index) =>
    asRule(benchRule(index, random), index),
  );
  const model = await storedModel(server, random);
  const [writer = "", signer = ""] = server.analysts ?? [];
  const note = "Rules and model of the bench";
  const { version } = await call(server, writer, "/v1/risk/policies", {
    note,
    policy: { rules, model },
  });
  const policy = `/v1/risk/policies/${version}`;
  await call(server, writer, `${policy}/backtest`);
  await call(server, signer, `${policy}/signature`);
  await call(server, writer, `${policy}/activation`);
}

async function storedModel(server: Served, random: () => number): Promise<string> {
  const facts = Array.from({ length: LEARNT_FROM }, (_, index) => benchFacts(index, random));
  const history = new History();
  const rows = facts.map((entry) => {
    const row = featuresOf(entry, history);
    history.observeLodged(entry);
    return row;
  });
  const folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-bench-model-"));
  const file = path.join(folder, "model");
  try {
    const model = await trained(facts, rows, random);
    const data = { sha256: sha256(Buffer.alloc(0)), rows: rows.length, positives: 0 };
    const trainedAt = new Date(0).toISOString();
    const card = { target: "finding", trainedAt, data, seed: SEED, settings: {}, limits: [] };
    await writeModel(file, { card, model });
    const [writer = ""] = server.analysts ?? [];
    const bytes = await readFile(file);
    return (await call(server, writer, "/v1/risk/models?name=bench", bytes)).digest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function call(server: Served, token: string, address: string, body?: unknown) {
  const isBytes = body instanceof Uint8Array;
  const answer = await fetch(`http://127.0.0.1:${server.port}${address}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
    },
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

const BUCKET = /^customhouse_risk_assess_seconds_bucket\{le="([^"]+)"\} (\d+)$/gm;

/** Runs within each bound so far, the bounds rising. */
async function counts({ port }: Served) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return [...text.matchAll(BUCKET)].map(([, bound = "", count = "0"]) => ({
    seconds: bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound),
    count: Number(count),
  }));
}
