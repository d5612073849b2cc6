/** The real parts of the server, for `start`. Tests and the scenario player move the clock and choose the country. */
import path from "node:path";
import type { Country } from "@customhouse/model";
import { v7 } from "uuid";
import { bootDatabase } from "./boot/database.ts";
import { bootMainPath } from "./boot/main-path.ts";
import { bootWorkerThread } from "./boot/worker-thread.ts";
import { loadSecrets } from "./config/secrets.ts";
import { loadCountryFolder } from "./countries.ts";
import { createRiskDesk } from "./risk/desk.ts";
import type { BootContext, Core, Factories, Started } from "./start.ts";
import type { OpenDatabase } from "./storage/database.ts";
import { createRecords } from "./storage/records.ts";

export const policiesFolder = path.resolve(import.meta.dirname, "../../../policies");

export const realFactories: Factories<OpenDatabase> = {
  secrets: (config) => loadSecrets(config.dataDir),
  database: bootDatabase,
  country: ({ config }) => loadCountryFolder(config.country),
  mainPath: startCore,
  workers: bootWorkerThread,
  policiesFolder,
  newId: v7,
};

/** Main path and records over one database. */
export async function startCore(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
): Promise<Started<Core>> {
  const { part, stop } = await bootMainPath(context, database, country);
  const records = createRecords(database, { now: context.clock });
  const { mainPath, live, risk } = part;
  return {
    part: {
      mainPath,
      records,
      countryNow: () => live.current,
      reloadTariff: () => live.refresh(),
      refreshRisk: () => risk.refresh(),
      risk: createRiskDesk(database, () => risk.refresh()),
    },
    stop,
  };
}
