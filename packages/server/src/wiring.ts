/** The real parts, made in the order of start.ts. Tests use the same core over a database of their own. */
import { createPrivateKey, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Country } from "@customhouse/model";
import { v7 as uuidv7 } from "uuid";
import { createCommitQueue } from "./commit/commit-queue.ts";
import { type LogKey, logKey } from "./commit/log-key.ts";
import { Sequencer } from "./commit/sequencer.ts";
import { deriveSecret, loadSecrets, type Secrets } from "./config/secrets.ts";
import { loadAdapter, loadCountry } from "./countries.ts";
import { runDue } from "./deadlines/take-due.ts";
import { Deliverer } from "./delivery/deliverer.ts";
import type { MainPath } from "./mainpath/contract.ts";
import { createMainPath } from "./mainpath/main-path.ts";
import { postgresPulls } from "./operations/adapter/postgres-pulls.ts";
import { makePromise } from "./promises.ts";
import { openAccounts } from "./register.ts";
import type { BootContext, Core, Factories, Started, Stoppable } from "./start.ts";
import { newCaseId } from "./storage/case-id.ts";
import { type OpenDatabase, openDatabase } from "./storage/database.ts";
import { startEmbeddedPostgres } from "./storage/embedded-postgres.ts";
import { createCaseStore, createRecords } from "./storage/records.ts";

const DEADLINE_POLL_MS = 1_000;
const DEADLINES_PER_POLL = 500;
const SYSTEM = { subject: "system", role: "system" } as const;

export const policiesFolder = fileURLToPath(new URL("../../../policies", import.meta.url));

export const realFactories: Factories<OpenDatabase> = {
  secrets: (config) => loadSecrets(config.dataDir),
  database: startDatabase,
  country: async ({ config }) => ({
    country: await loadCountry(config.country),
    adapter: await loadAdapter(config.country),
    samples: [],
  }),
  mainPath: startCore,
  sequencer: async ({ secrets, telemetry }, database) => {
    const log = (message: string) => telemetry.log.warn(message);
    const sequencer = new Sequencer(database.writerPool, { signer: logKeyOf(secrets), log });
    sequencer.start();
    return sequencer;
  },
  deliveries: async ({ config, telemetry }, database) => {
    const log = (message: string) => telemetry.log.warn(message);
    const policy = { allowLoopback: config.demo };
    const deliverer = new Deliverer(database.writerPool, { policy, log });
    deliverer.start();
    return deliverer;
  },
  deadlines: async (context, database, mainPath) => pollDeadlines(context, database, mainPath),
  policiesFolder,
  newId: uuidv7,
};

async function startDatabase({ config, telemetry }: BootContext): Promise<Started<OpenDatabase>> {
  const log = (message: string) => telemetry.log.info(message);
  const own = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  const part = await openDatabase({ url: config.databaseUrl ?? own?.url ?? "", log });
  return {
    part,
    stop: async () => {
      await part.close();
      await own?.stop();
    },
  };
}

/** The log's name never changes, so it may not hang on an address that does. */
export function logKeyOf(secrets: Secrets): LogKey {
  return logKey("customhouse/log", createPrivateKey(secrets.logSigningKey));
}

export async function startCore(
  { secrets, telemetry, clock }: BootContext,
  database: OpenDatabase,
  country: Country,
): Promise<Started<Core>> {
  await openAccounts(database, country);
  const log = (message: string) => telemetry.log.warn(message);
  const queue = createCommitQueue({
    url: database.url,
    name: "formal",
    lrnDays: country.clearance.days.lrn,
    now: clock,
    log,
  });
  const mainPath = createMainPath({
    country,
    store: createCaseStore(database),
    commit: (request) => queue.submit(request),
    clock,
    newCaseId: () => newCaseId(clock()),
    randomBytes,
    laneCounts: () => ({ total: 0, byLane: {} }),
    promise: makePromise(logKeyOf(secrets)),
    saltSecret: Buffer.from(deriveSecret(secrets, "salt", "leaf"), "base64url"),
  });
  const records = createRecords(database, { now: clock });
  const part = { mainPath, records, pulls: postgresPulls(database, clock) };
  return { part, stop: () => queue.close() };
}

function pollDeadlines(
  { clock, telemetry }: BootContext,
  database: OpenDatabase,
  mainPath: MainPath,
): Stoppable {
  const log = (message: string) => telemetry.log.warn(message);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async (): Promise<void> => {
    const taken = await runDue(database.writerPool, {
      now: clock(),
      limit: DEADLINES_PER_POLL,
      run: async ({ caseId, kind }) => {
        const result = await mainPath.act(SYSTEM, caseId, { type: "PassDeadline", kind });
        // Somebody else was faster, or too much waits: the deadline stays and comes again.
        if (result.status === "refused" && [409, 429].includes(result.httpStatus)) {
          throw new Error(result.code);
        }
      },
      log,
    }).catch((problem: unknown) => log(`deadlines: ${String(problem)}`) ?? 0);
    if (!stopped) {
      const pause = taken === DEADLINES_PER_POLL ? 0 : DEADLINE_POLL_MS;
      timer = setTimeout(run, pause);
    }
  };
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = tick();
  };
  run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
