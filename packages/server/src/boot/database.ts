/** Stage one: PostgreSQL, given or our own, with its tables up to date and the country's accounts opened. */
import type { Country } from "@customhouse/model";
import type { BootContext, Started } from "../start.ts";
import { type OpenDatabase, openDatabase } from "../storage/database.ts";
import { startEmbeddedPostgres } from "../storage/embedded-postgres.ts";

export async function bootDatabase({
  config,
  telemetry,
}: BootContext): Promise<Started<OpenDatabase>> {
  const log = (message: string) => telemetry.log.info(message);
  const own =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, log })
      : undefined;
  try {
    const database = await openDatabase({ url: config.databaseUrl ?? own?.url ?? "", log });
    return {
      part: database,
      stop: async () => {
        await database.close();
        await own?.stop();
      },
    };
  } catch (problem) {
    await own?.stop();
    throw problem;
  }
}

/** Opens the accounts of the country's register that are not there yet; what is there keeps its balance. */
export async function openAccounts(database: OpenDatabase, country: Country): Promise<void> {
  const rows = country.register.accounts.map(({ account, balanceMinor }) => ({
    account,
    unit: country.currency,
    amount: BigInt(balanceMinor),
    floor: 0n,
  }));
  if (rows.length === 0) return;
  await database.writer
    .insertInto("balance")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["account", "unit"]).doNothing())
    .execute();
}
