/** Stage one: PostgreSQL, given or our own, with its tables up to date and the country's accounts opened. */
import { quotaAccount, quotaMinor } from "@customhouse/clearance";
import type { Country } from "@customhouse/model";
import { sql } from "kysely";
import type { BootContext } from "../platform/boot-context.ts";
import type { Started } from "../platform/stoppable.ts";
import { type OpenDatabase, openDatabase } from "../platform/storage/database.ts";
import { startEmbeddedPostgres } from "../platform/storage/embedded-postgres.ts";
import { openAccounts } from "../rooms/ledger/store/ledger.ts";

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

/** The accounts of the country's register, and its quotas. */
export async function openRegisterAccounts(
  database: OpenDatabase,
  country: Country,
): Promise<void> {
  const accounts = country.register.accounts.map(({ account, balanceMinor }) => ({
    account,
    unit: country.currency,
    amount: BigInt(balanceMinor),
  }));
  const quotas = (country.quotas ?? []).map((quota) => ({
    account: quotaAccount(quota),
    unit: quota.unit,
    amount: quotaMinor(quota.amount),
  }));
  await openAccounts(database.writer, [...accounts, ...quotas]);
}

/** The database was made for another country. */
export class OtherCountryError extends Error {
  override readonly name = "OtherCountryError";
}

/** One database serves one country; the first start decides which. */
export async function claimForCountry(database: OpenDatabase, country: Country): Promise<void> {
  const claimed = await sql<{ country: string }>`
    WITH claim AS (
      INSERT INTO installation (country) VALUES (${country.code}) ON CONFLICT DO NOTHING RETURNING country
    ) SELECT country FROM claim UNION ALL SELECT country FROM installation LIMIT 1`.execute(
    database.writer,
  );
  const owner = claimed.rows[0]?.country;
  if (owner === country.code) return;
  throw new OtherCountryError(
    `This database belongs to the country ${owner}. Start ${country.code} on another one: set DATABASE_URL or CUSTOMHOUSE_DATA_DIR.`,
  );
}
