/** The whole server on a database of its own, reached over HTTP: nothing in it is faked. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withDatabase } from "@customhouse/testkit/database";
import { importJWK, SignJWT } from "jose";
import { bootJobs } from "../../src/boot/jobs.ts";
import { defaultLimits, type Limits, makeConfig } from "../../src/platform/config/config.ts";
import { readEnvironment } from "../../src/platform/config/env.ts";
import { generateSecrets } from "../../src/platform/config/secrets.ts";
import { mintDemoToken } from "../../src/platform/identity/demo-token.ts";
import { openDatabase } from "../../src/platform/storage/database.ts";
import { type RunningServer, start } from "../../src/start.ts";
import { realFactories } from "../../src/wiring.ts";
import { holdToContracts } from "./hold-to-contracts.ts";
import { withoutChance } from "./without-chance.ts";

export interface TestServer extends RunningServer {
  /** Of the owner of its tables. */
  readonly databaseUrl: string;
  /** A token of a demo user, from the real token endpoint. */
  token(username: string): Promise<string>;
  /** A token with any claims, signed with the issuer's key. */
  sign(claims: Record<string, string>, header?: Record<string, string>): Promise<string>;
  call(path: string, options?: CallOptions): Promise<Answer>;
}
export interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  readonly body?: string | Uint8Array;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
  readonly json: any;
}

export async function startTestServer(
  options: {
    country?: string;
    limits?: Partial<Limits>;
    machines?: unknown;
    environment?: Readonly<Record<string, string>>;
    /** A second server over the database of this one, which stands behind the same address. */
    beside?: TestServer;
  } = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "customhouse-http-"));
  const env = readEnvironment({
    PORT: "0",
    CUSTOMHOUSE_DATA_DIR: dataDir,
    CUSTOMHOUSE_COUNTRY: options.country ?? "xa",
    CUSTOMHOUSE_LOG_LEVEL: "error",
    CUSTOMHOUSE_DEMO: "true",
    ...(options.beside === undefined ? {} : { CUSTOMHOUSE_PUBLIC_URL: options.beside.url }),
    ...options.environment,
  });
  const config = { ...makeConfig(env), limits: { ...defaultLimits, ...options.limits } };
  if (options.machines) {
    await writeFile(join(dataDir, "machines.json"), JSON.stringify(options.machines));
  }
  const { beside } = options;
  const secrets = beside?.secrets ?? generateSecrets();
  const held = holdToContracts();
  let databaseUrl = beside?.databaseUrl ?? "";
  const running = await start(config, {
    ...realFactories,
    checkReply: held.check,
    // In this thread: the one of their own would read the country from its folder.
    workers: bootJobs,
    secrets: async () => secrets,
    country: async (context) => {
      const loaded = await realFactories.country(context);
      return { ...loaded, country: withoutChance(loaded.country) };
    },
    database: async () => {
      if (beside !== undefined) {
        const part = await openDatabase({ url: beside.databaseUrl });
        return { part, stop: () => part.close() };
      }
      const database = await withDatabase();
      databaseUrl = database.ownerUrl;
      return { part: database, stop: () => database.drop() };
    },
  });
  const tokens = new Map<string, Promise<string>>();
  // Its own address, not the public one that both share.
  const url = beside === undefined ? running.url : `http://127.0.0.1:${running.port}`;
  const server: TestServer = {
    ...running,
    url,
    databaseUrl,
    stop: async () => {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
      held.complain();
    },
    token: (username) => {
      const minted = mintDemoToken(running.issuer, secrets, username).then(
        (one) => one.accessToken,
      );
      return tokens.get(username) ?? tokens.set(username, minted).get(username)!;
    },
    sign: async (claims, header = {}) => {
      const key = secrets.oidcKeys[0]!;
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "ES256", kid: key.kid, typ: "at+jwt", ...header })
        .setIssuer(claims.iss ?? running.issuer)
        .setAudience(claims.aud ?? config.identity.audience)
        .setIssuedAt()
        .setExpirationTime(claims.exp ?? "5m")
        .sign(await importJWK(key, "ES256"));
    },
    call: async (path, call) => {
      const answer = await callServer(url, path, call);
      held.complain();
      return answer;
    },
  };
  return server;
}

async function callServer(url: string, path: string, call: CallOptions = {}): Promise<Answer> {
  const { token, body, json } = call;
  const answer = await fetch(`${url}${path}`, {
    method: call.method ?? (body !== undefined || json !== undefined ? "POST" : "GET"),
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
      ...call.headers,
    },
    body: json === undefined ? (body as string | undefined) : JSON.stringify(json),
    redirect: "manual",
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
