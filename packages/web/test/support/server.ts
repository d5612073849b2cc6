/** The real server with a fresh database and the built portal, for one test file. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { patience } from "@customhouse/testkit/patience";

const web = path.resolve(import.meta.dirname, "../..");
const root = path.resolve(web, "../..");
const ownNode = path.join(root, "node_modules/.bin/node");
const node = existsSync(ownNode) ? ownNode : process.execPath;
const START_TIMEOUT_MS = 60_000;

export interface PortalServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startPortalServer(): Promise<PortalServer> {
  buildWhenMissing();
  const dataDir = mkdtempSync(path.join(tmpdir(), "customhouse-web-"));
  // The bundled database runs as another user when the tests run as root.
  chmodSync(dataDir, 0o755);
  const child = spawn(node, [path.join(root, "packages/cli/src/main.ts"), "start"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: "0",
      CUSTOMHOUSE_DATA_DIR: dataDir,
      CUSTOMHOUSE_WEB_DIR: path.join(web, "dist"),
      CUSTOMHOUSE_LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return {
    url: await addressOf(child),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function buildWhenMissing(): void {
  if (existsSync(path.join(web, "dist/index.html"))) return;
  const vite = path.join(root, "node_modules/vite/bin/vite.js");
  const built = spawnSync(node, [vite, "build", "--logLevel", "warn"], { cwd: web });
  if (built.status !== 0) throw new Error(`The portal was not built: ${built.stderr}`);
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = () => reject(new Error(`The server did not start in time: ${said}`));
    const timer = setTimeout(late, patience(START_TIMEOUT_MS));
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /^ +API +(\S+)\/docs/m.exec(said)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}: ${said}`));
    });
  });
}
