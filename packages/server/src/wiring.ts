/** The real parts of the server, for `start`. Tests and the scenario player move the clock and choose the country. */
import path from "node:path";
import type { Country } from "@customhouse/model";
import { v7 } from "uuid";
import { bootCore } from "./boot/core.ts";
import { loadCountryFolder } from "./boot/countries.ts";
import { bootDatabase } from "./boot/database.ts";
import { forgetStartUp } from "./boot/forget-start-up.ts";
import { bootJobs } from "./boot/jobs.ts";
import { openRooms } from "./boot/rooms.ts";
import { bootWorkerThread } from "./boot/worker-thread.ts";
import { createReadLog } from "./platform/access/audit-store.ts";
import type { BootContext } from "./platform/boot-context.ts";
import { createCaseFiles } from "./platform/cases/case-rows.ts";
import { loadSecrets } from "./platform/config/secrets.ts";
import type { Started } from "./platform/stoppable.ts";
import type { OpenDatabase } from "./platform/storage/database.ts";
import type { Sample } from "./rooms/reference/room.ts";
import { ExplanationThread } from "./rooms/risk/explanation/thread.ts";
import { createRiskRecords } from "./rooms/risk/risk-records.ts";
import { StoredAnswers } from "./rooms/screening/live/stored-answers.ts";
import { createScreeningRecords } from "./rooms/screening/screening-records.ts";
import { ScreeningThread } from "./rooms/screening/thread/thread.ts";
import { ThreadOrStored } from "./rooms/screening/thread/thread-or-stored.ts";
import type { Core, Factories } from "./start.ts";

export const policiesFolder = path.resolve(import.meta.dirname, "../../../policies");

export const realFactories: Factories<OpenDatabase> = {
  secrets: (config) => loadSecrets(config.dataDir),
  database: bootDatabase,
  country: ({ config }) => loadCountryFolder(config.country),
  core: (context, database, country, samples) => startCore(context, database, country, samples),
  workers: async (context, database, country, contracts) => {
    const workers = context.config.workerThread
      ? await bootWorkerThread(context, database)
      : await bootJobs(context, database, country, contracts);
    forgetStartUp();
    return workers;
  },
  policiesFolder,
  newId: v7,
};

/** The rooms over one database. */
export async function startCore(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
  samples: readonly Sample[] = [],
  thread: ScreeningThread = screeningThread(context, database),
): Promise<Started<Core>> {
  const stored = new StoredAnswers(database.writerPool, (message) =>
    context.telemetry.log.warn(message),
  );
  const answers = new ThreadOrStored(thread, stored);
  const { part, stop } = await bootCore(context, database, country, answers);
  const log = (message: string) => context.telemetry.log.warn(message);
  const explanations = new ExplanationThread({ databaseUrl: database.url, log });
  const { contracts, live, risk, screening } = part;
  return {
    part: {
      ...contracts,
      cases: createCaseFiles(database),
      reads: createReadLog(database, context.clock),
      rooms: openRooms(context, database, {
        contracts,
        live,
        risk: createRiskRecords(database, risk, explanations),
        screening: createScreeningRecords(context, database, screening, country),
        samples,
      }),
      countryNow: () => live.current,
      refreshRisk: () => risk.refresh(),
    },
    stop: async () => {
      await explanations.stop();
      await stop();
    },
  };
}

/** Starts nothing before a list is in force. */
function screeningThread({ telemetry }: BootContext, { url }: OpenDatabase): ScreeningThread {
  return new ScreeningThread({
    databaseUrl: url,
    log: (message) => telemetry.log.warn(message),
  });
}
