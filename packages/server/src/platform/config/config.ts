/** The configuration that the rest of the server is given. Made once, from the environment or from a test. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { ConfigurationError, type Environment } from "./env.ts";
import { type MailConfig, mailConfig } from "./mail.ts";

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The public address of the server, without a slash at the end. Absent: made from host and port. */
  readonly publicUrl?: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Folder under `countries/`, with a variant after a plus sign: `xa`, `gb+trade-test`. */
  readonly country: string;
  readonly identity: {
    /** An external OpenID Connect issuer. Absent: the one in the box. */
    readonly issuer?: string;
    readonly audience: string;
  };
  /** Seeded users, one-click sign-in, loopback webhooks. Never with real data. */
  readonly demo: boolean;
  /** Sequencer, clock and deliveries in a thread of their own, so that nobody waits for them: wherever there is a second core. */
  readonly workerThread: boolean;
  /** Absent: no mail is sent. */
  readonly mail?: MailConfig;
  readonly logLevel: string;
  readonly webDir?: string;
  readonly limits: Limits;
}

export interface Limits {
  /** Requests handled at once, each kind behind its own wall. */
  readonly concurrent: Readonly<Record<Bulkhead, number>>;
  readonly messageBytes: number;
  readonly jsonBytes: number;
  readonly draftBytes: number;
  readonly documentBytes: number;
  /** Bytes of request bodies held in memory at once, over all requests. */
  readonly bytesInFlight: number;
  readonly bodyTimeoutMs: number;
  readonly operationTimeoutMs: number;
  readonly drainTimeoutMs: number;
  readonly pageSize: number;
  readonly subscriptionsPerParty: number;
  readonly playgroundPerMinute: number;
}

export type Bulkhead = "formal" | "low-value" | "identity" | "analytics" | "playground" | "status";

const MEBIBYTE = 1024 * 1024;

export const defaultLimits: Limits = {
  concurrent: {
    formal: 256,
    "low-value": 256,
    identity: 64,
    analytics: 16,
    playground: 8,
    status: 256,
  },
  messageBytes: 4 * MEBIBYTE,
  jsonBytes: 64 * 1024,
  draftBytes: MEBIBYTE,
  documentBytes: 10 * MEBIBYTE,
  bytesInFlight: 256 * MEBIBYTE,
  bodyTimeoutMs: 30_000,
  operationTimeoutMs: 30_000,
  drainTimeoutMs: 10_000,
  pageSize: 100,
  subscriptionsPerParty: 20,
  playgroundPerMinute: 120,
};

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

export function makeConfig(env: Environment): Config {
  // The demo users are safe on this machine only, so the demo is the default there and a choice elsewhere.
  const demo = env.CUSTOMHOUSE_DEMO ?? (LOOPBACK.has(env.HOST) && !env.CUSTOMHOUSE_ISSUER);
  if (demo && env.CUSTOMHOUSE_ISSUER) {
    throw new ConfigurationError([
      "CUSTOMHOUSE_DEMO: cannot be on together with CUSTOMHOUSE_ISSUER (no demo users beside real ones)",
    ]);
  }
  return {
    port: env.PORT,
    workerThread: env.CUSTOMHOUSE_WORKER_THREAD ?? availableParallelism() > 1,
    host: env.HOST,
    publicUrl: env.CUSTOMHOUSE_PUBLIC_URL?.replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.CUSTOMHOUSE_DATA_DIR),
    country: env.CUSTOMHOUSE_COUNTRY,
    identity: { issuer: env.CUSTOMHOUSE_ISSUER, audience: env.CUSTOMHOUSE_AUDIENCE },
    demo,
    mail: mailConfig(env),
    logLevel: env.CUSTOMHOUSE_LOG_LEVEL,
    webDir: env.CUSTOMHOUSE_WEB_DIR ? resolve(env.CUSTOMHOUSE_WEB_DIR) : undefined,
    limits: {
      ...defaultLimits,
      concurrent: {
        ...defaultLimits.concurrent,
        formal: env.CUSTOMHOUSE_MAX_FORMAL,
        "low-value": env.CUSTOMHOUSE_MAX_LOW_VALUE,
        identity: env.CUSTOMHOUSE_MAX_IDENTITY,
        analytics: env.CUSTOMHOUSE_MAX_ANALYTICS,
      },
    },
  };
}

/** The address that goes into tokens, links and redirects. */
export function publicUrlOf(config: Config, listeningPort: number): string {
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  const named = host === "0.0.0.0" || host === "[::]" ? "localhost" : host;
  return config.publicUrl ?? `http://${named}:${listeningPort}`;
}
