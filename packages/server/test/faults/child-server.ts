/** The server as an operator runs it: a process of its own that can be killed, on a data directory that stays. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { loadSecrets } from "../../src/platform/config/secrets.ts";
import { mintDemoToken } from "../../src/platform/identity/demo-token.ts";
import { startEmbeddedPostgres } from "../../src/platform/storage/embedded-postgres.ts";

const MAIN = path.resolve(import.meta.dirname, "../../../cli/src/main.ts");

export interface ServerSite {
  readonly dataDir: string;
  readonly url: string;
  readonly child: ChildProcess;
  /** Starts the process and returns once it listens. */
  start(): Promise<void>;
  kill(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
  token(username: string): Promise<string>;
  /** The bundled PostgreSQL's process. */
  postgresPid(): Promise<number>;
  /** Stops the server, hands its database over to `look`, and stops that too. */
  afterwards<T>(look: (databaseUrl: string) => Promise<T>): Promise<T>;
  /** Ends every process of this site and removes its files. */
  remove(): Promise<void>;
}

export async function makeSite(): Promise<ServerSite> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "customhouse-faults-"));
  // The address is part of the tokens, so it must stay the same over restarts.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const kill = async (signal: "SIGKILL" | "SIGTERM") => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  const withPostgres = async <T>(look: (databaseUrl: string) => Promise<T>): Promise<T> => {
    // Starting on this directory also stops a PostgreSQL that a killed server left behind.
    const postgres = await startEmbeddedPostgres({ dataDir });
    try {
      return await look(postgres.url);
    } finally {
      await postgres.stop();
    }
  };
  return {
    dataDir,
    url,
    get child() {
      if (child === undefined) throw new Error("the server was not started");
      return child;
    },
    start: async () => {
      child = await startProcess({ dataDir, port });
    },
    kill,
    token: async (username) =>
      (await mintDemoToken(`${url}/oidc`, await loadSecrets(dataDir), username)).accessToken,
    postgresPid: async () =>
      Number.parseInt(await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8"), 10),
    afterwards: async (look) => {
      await kill("SIGTERM");
      return withPostgres(look);
    },
    remove: async () => {
      await kill("SIGKILL");
      await withPostgres(async () => undefined);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface ServerProcess {
  readonly dataDir: string;
  readonly port: number;
  /** Of another version; this one by default. */
  readonly main?: string;
  /** Absent: a PostgreSQL of its own. */
  readonly databaseUrl?: string;
}

/** Returns once it listens. */
export async function startProcess(server: ServerProcess): Promise<ChildProcess> {
  const { databaseUrl } = server;
  const child = spawn(process.execPath, [server.main ?? MAIN, "start"], {
    env: {
      PATH: process.env.PATH,
      PORT: String(server.port),
      CUSTOMHOUSE_DATA_DIR: server.dataDir,
      CUSTOMHOUSE_DEMO: "true",
      CUSTOMHOUSE_LOG_LEVEL: "fatal",
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.trimStart().startsWith("Customhouse (")) return child;
  }
  throw new Error("the server ended without listening");
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
