/** `customhouse start` on an empty directory: time until a declaration is accepted, and memory once it is idle. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import NODE_FLAGS from "../../packages/cli/bin/node-flags.json" with { type: "json" };
import { loadSecrets } from "../../packages/server/src/platform/config/secrets.ts";
import { mintDemoToken } from "../../packages/server/src/platform/identity/demo-token.ts";

const THIS_CHECKOUT = path.resolve(import.meta.dirname, "../..");
const SAMPLE = path.resolve(import.meta.dirname, "../../countries/xa/samples/import.xml");
const GIVE_UP_MS = 120_000;
const IDLE_MS = 10_000;

export interface ColdStart {
  readonly firstAcceptedMs: number;
  /** The server's own process, without PostgreSQL. Absent where /proc is not there. */
  readonly idleRssMiB?: number;
}

export async function benchColdStart(checkout = THIS_CHECKOUT): Promise<ColdStart> {
  const program = path.join(checkout, "packages/cli/src/main.ts");
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "customhouse-cold-"));
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, program, "start"], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      CUSTOMHOUSE_DATA_DIR: dataDir,
      CUSTOMHOUSE_LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await firstAccepted(`http://127.0.0.1:${port}`, dataDir);
    const firstAcceptedMs = performance.now() - started;
    await sleep(IDLE_MS);
    return { firstAcceptedMs, idleRssMiB: residentMiB(child.pid) };
  } finally {
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function firstAccepted(url: string, dataDir: string): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  const body = readFileSync(SAMPLE);
  while (performance.now() < deadline) {
    const ready = await fetch(`${url}/healthz`).catch(() => undefined);
    if (ready?.status === 200) {
      const secrets = await loadSecrets(dataDir);
      const { accessToken } = await mintDemoToken(`${url}/oidc`, secrets, "trader");
      const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/xml" };
      const answer = await fetch(`${url}/v1/declarations`, { method: "POST", headers, body });
      if (answer.status === 202) return;
    }
    await sleep(10);
  }
  throw new Error("the server accepted nothing");
}

function residentMiB(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
