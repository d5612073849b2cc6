/** The real server on a free port, with a data folder of its own that the command line finds it by. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { makeConfig, readEnvironment, realFactories, start } from "@customhouse/server";
import { withDatabase } from "../../../testkit/src/database.ts";
import { writeRunning } from "../../src/connection/running-server.ts";

export interface CliServer {
  readonly url: string;
  /** For `run`. */
  readonly env: Record<string, string>;
  readonly dataDir: string;
  stop(): Promise<void>;
}

export async function startCliServer(country = "xa"): Promise<CliServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "customhouse-cli-"));
  const config = makeConfig(
    readEnvironment({
      PORT: "0",
      CUSTOMHOUSE_DATA_DIR: dataDir,
      CUSTOMHOUSE_COUNTRY: country,
      CUSTOMHOUSE_LOG_LEVEL: "silent",
      CUSTOMHOUSE_DEMO: "true",
    }),
  );
  const server = await start(config, {
    ...realFactories,
    database: async () => {
      const database = await withDatabase();
      return { part: database, stop: () => database.drop() };
    },
  });
  await writeRunning(dataDir, { url: server.url, issuer: server.issuer, pid: process.pid });
  return {
    url: server.url,
    env: { CUSTOMHOUSE_DATA_DIR: dataDir },
    dataDir,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
