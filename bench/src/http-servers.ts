/** The servers that are compared, each in a process of its own: the real one, a second one beside it, and a bare route. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { makeConfig, readEnvironment, realFactories, start } from "@customhouse/server";
import { Pool } from "pg";
import { mintDemoToken } from "../../packages/server/src/platform/identity/demo-token.ts";
import { startEmbeddedPostgres } from "../../packages/server/src/platform/storage/embedded-postgres.ts";

const BARE_CONNECTIONS = 16;
const [kind, dataDir = "", databaseUrl, publicUrl] = process.argv.slice(2);

if (kind === "real") await serveReal();
else await serveBare();

async function serveReal(): Promise<void> {
  const config = makeConfig(
    readEnvironment({
      PORT: "0",
      CUSTOMHOUSE_DATA_DIR: dataDir,
      CUSTOMHOUSE_LOG_LEVEL: "error",
      // A second server has the secrets of the first, as they share the folder, and stands behind its address.
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...(publicUrl === undefined ? {} : { CUSTOMHOUSE_PUBLIC_URL: publicUrl }),
    }),
  );
  let openedUrl = "";
  const server = await start(config, {
    ...realFactories,
    database: async (context) => {
      const opened = await realFactories.database(context);
      openedUrl = opened.part.url;
      return opened;
    },
  });
  const tokenOf = async (user: string) =>
    (await mintDemoToken(server.issuer, server.secrets, user)).accessToken;
  tell({
    port: server.port,
    url: server.url,
    databaseUrl: openedUrl,
    token: await tokenOf("trader"),
    analysts: [await tokenOf("analyst"), await tokenOf("analyst2")],
    pid: process.pid,
  });
  await untilAsked();
  await server.stop();
  process.exit(0);
}

/** Reads the same bodies and inserts the same bytes, one transaction each, with the same durability. */
async function serveBare(): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  const pool = new Pool({ connectionString: postgres.url, max: BARE_CONNECTIONS });
  // The database may be gone before the last connection has said goodbye.
  pool.on("error", () => undefined);
  await pool.query("CREATE TABLE bare (id uuid PRIMARY KEY, content bytea NOT NULL)");
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const id = randomBytes(16).toString("hex");
      pool
        .query({
          name: "bare",
          text: "INSERT INTO bare VALUES ($1, $2)",
          values: [id, Buffer.concat(chunks)],
        })
        .then(
          () => response.writeHead(202, { "content-length": "0" }).end(),
          () => response.writeHead(500, { "content-length": "0" }).end(),
        );
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  tell({
    port: typeof address === "object" && address !== null ? address.port : 0,
    token: "",
    pid: process.pid,
  });
  await untilAsked();
  server.close();
  await pool.end();
  await postgres.stop();
  process.exit(0);
}

function tell(ready: {
  readonly port: number;
  readonly token: string;
  readonly url?: string;
  readonly databaseUrl?: string;
  readonly analysts?: readonly string[];
  readonly pid: number;
}): void {
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => process.once("SIGTERM", () => resolve()));
}
