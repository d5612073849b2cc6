/** Submissions over HTTP to durable MRN, lane and notification, beside a bare route, on the same machine in one run. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";
import NODE_FLAGS from "../../packages/cli/bin/node-flags.json" with { type: "json" };
import { median } from "./median.ts";

const HERE = import.meta.dirname;
const THIS_CHECKOUT = path.resolve(HERE, "../..");
const CLIENTS = 64;
/** Until code is compiled for what it does, and is compiled no more. */
const WARM_UP_SECONDS = 20;

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly statuses: Readonly<Record<string, number>>;
}

export interface Served {
  readonly port: number;
  readonly token: string;
  readonly pid: number;
  /** Of the real server alone: its address and its database. */
  readonly url?: string;
  readonly databaseUrl?: string;
  /** Tokens of two analysts; of the real server alone. */
  readonly analysts?: readonly string[];
  stop(): Promise<void>;
}

export interface SubmitResult {
  /** The pair whose ratio is the median. */
  readonly real: LoadResult;
  readonly bare: LoadResult;
  readonly ratio: number;
  readonly pairs: readonly { readonly real: LoadResult; readonly bare: LoadResult }[];
}

const PAIRS = 3;

export async function benchSubmit(seconds = 10): Promise<SubmitResult> {
  const pairs: { real: LoadResult; bare: LoadResult }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const bare = await withServer("bare", (server) => load(server, seconds, "B"));
    const real = await withServer("real", (server) => load(server, seconds, "R"));
    pairs.push({ real, bare });
  }
  const ratioOf = ({ real, bare }: (typeof pairs)[number]) => real.perSecond / bare.perSecond;
  const ratio = median(pairs.map(ratioOf));
  const middle = pairs.find((pair) => ratioOf(pair) === ratio);
  if (middle === undefined) throw new Error("nothing was measured");
  return { ...middle, ratio, pairs };
}

/** `checkout`: the folder of the code that serves. */
export async function withServer<T>(
  kind: "real" | "bare",
  use: (server: Served) => Promise<T>,
  checkout = THIS_CHECKOUT,
): Promise<T> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "customhouse-bench-"));
  const server = await serve(kind, dataDir, { checkout });
  try {
    return await use(server);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Serving {
  /** The server whose database and secrets the new one shares. */
  readonly beside?: Served;
  readonly checkout?: string;
}

export async function serve(
  kind: "real" | "bare",
  dataDir: string,
  { beside, checkout = THIS_CHECKOUT }: Serving = {},
): Promise<Served> {
  const script = path.join(checkout, "bench/src/http-servers.ts");
  const shared = [beside?.databaseUrl, beside?.url].filter((text) => text !== undefined);
  const child = spawn(process.execPath, [...NODE_FLAGS, script, kind, dataDir, ...shared], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A benchmark that fails leaves no server behind.
  const orphaned = () => child.kill("SIGTERM");
  process.once("exit", orphaned);
  const ready = JSON.parse(await firstLine(child)) as Omit<Served, "stop">;
  return {
    ...ready,
    stop: async () => {
      process.off("exit", orphaned);
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

export interface Pace {
  readonly warmUpSeconds?: number;
  /** Absent: as many as are answered. */
  readonly perSecond?: number;
}

export async function load(
  server: Served,
  seconds: number,
  prefix: string,
  { warmUpSeconds = WARM_UP_SECONDS, perSecond }: Pace = {},
): Promise<LoadResult> {
  const order = {
    port: server.port,
    path: "/v1/declarations",
    headers: { "content-type": "application/xml", authorization: `Bearer ${server.token}` },
    template: template(),
    clients: CLIENTS,
    perSecond,
    seconds,
    warmUpSeconds,
    prefix,
    expectStatus: 202,
  };
  const child = spawn(
    process.execPath,
    [path.join(HERE, "load-worker.ts"), JSON.stringify(order)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  return JSON.parse(await firstLine(child)) as LoadResult;
}

/** A declaration of the demo country whose LRN differs in every request. */
export function template(): string {
  const sample = path.resolve(HERE, "../../countries/xa/samples/import.xml");
  return readFileSync(sample, "utf8").replace(
    "<FunctionalReferenceID>AURORA-0001",
    "<FunctionalReferenceID>{{lrn}}",
  );
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the process has no output");
  for await (const line of readline.createInterface({ input: child.stdout })) return line;
  throw new Error("the process ended without a word");
}
