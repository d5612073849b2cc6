/**
 * Risk runs on the real server while declarations come at 200 a second: 200 rules and a model of 300 trees are in force, and
 * the server's own figures say how long each run took.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { sha256, writeModel } from "@customhouse/analytics";
import { featuresOf, History, seeded } from "@customhouse/risk";
import { asRule, benchFacts, benchRule } from "./rules.ts";
import { type Served, template, withServer } from "./submit.ts";
import { trained } from "./whole-runs.ts";

const RULES = 200;
const LEARNT_FROM = 4_000;
const A_SECOND = 200;
const SECONDS = 15;
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
    const startedMs = performance.now();
    await lodgeAtRate(server);
    const seconds = (performance.now() - startedMs) / 1_000;
    const { runs, within } = await figures(server);
    const p99 = within.find(({ share }) => share >= 0.99)?.seconds;
    return {
      runs,
      perSecond: runs / seconds,
      within,
      p99AtMostMs: p99 === undefined ? undefined : p99 * 1_000,
    };
  });
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

/** Whether or not the last one was answered, the next comes when it is due. */
async function lodgeAtRate({ port, token }: Served): Promise<void> {
  const text = template();
  const answers: Promise<number>[] = [];
  const startedMs = performance.now();
  for (let number = 0; number < A_SECOND * SECONDS; number += 1) {
    const dueMs = startedMs + (number * 1_000) / A_SECOND;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const answer = fetch(`http://127.0.0.1:${port}/v1/declarations`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/xml" },
      body: text.replace("{{lrn}}", `ASSESS-${number}`),
    });
    answers.push(answer.then(readWhole));
  }
  const wrong = (await Promise.all(answers)).filter((status) => status !== 202);
  if (wrong.length > 0) throw new Error(`${wrong.length} declarations were not taken: ${wrong[0]}`);
}

async function readWhole(answer: Response): Promise<number> {
  await answer.text();
  return answer.status;
}

const BUCKET = /^customhouse_risk_assess_seconds_bucket\{le="([^"]+)"\} (\d+)$/gm;

async function figures({ port }: Served): Promise<Pick<AssessResult, "runs" | "within">> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const counts = [...text.matchAll(BUCKET)].map(([, bound = "", count = "0"]) => ({
    seconds: bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound),
    count: Number(count),
  }));
  const runs = counts.at(-1)?.count ?? 0;
  if (runs === 0) throw new Error("the server has no figures of risk runs");
  return { runs, within: counts.map(({ seconds, count }) => ({ seconds, share: count / runs })) };
}
