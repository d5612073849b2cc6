/** Operators whom partners have authorised, as imported. */
import type { RecognisedTrader } from "@customhouse/model";
import type { Pool } from "pg";
import { inTransaction } from "../../../platform/storage/in-transaction.ts";

export interface RecognisedList {
  readonly arrangement: string;
  readonly digest: string;
  readonly traders: number;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** The whole list at once: until then the one before counts. */
export async function replaceRecognised(
  pool: Pool,
  list: RecognisedList,
  traders: readonly RecognisedTrader[],
): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(
      `INSERT INTO recognised_list (arrangement, digest, traders, imported_by, imported_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (arrangement) DO UPDATE SET digest = excluded.digest,
         traders = excluded.traders, imported_by = excluded.imported_by, imported_at = excluded.imported_at`,
      [list.arrangement, list.digest, list.traders, list.importedBy, list.importedAt],
    );
    await client.query("DELETE FROM recognised_trader WHERE arrangement = $1", [list.arrangement]);
    await client.query(
      `INSERT INTO recognised_trader (arrangement, id, type, valid_from, valid_to)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::date[], $5::date[])`,
      [
        list.arrangement,
        traders.map(({ id }) => id),
        traders.map(({ type }) => type),
        traders.map(({ validFrom }) => validFrom),
        traders.map(({ validTo }) => validTo ?? null),
      ],
    );
  });
}

export interface RecognisedEntry {
  readonly id: string;
  readonly arrangement: string;
  readonly type: string;
}

/** Those that are valid on the day, whatever the arrangement grants. */
export async function findRecognised(
  pool: Pick<Pool, "query">,
  ids: readonly string[],
  day: string,
): Promise<readonly RecognisedEntry[]> {
  const { rows } = await pool.query<RecognisedEntry>(
    `SELECT id, arrangement, type FROM recognised_trader
     WHERE id = ANY($1::text[]) AND valid_from <= $2::date AND (valid_to IS NULL OR valid_to >= $2::date)
     ORDER BY id, arrangement, type`,
    [[...ids], day],
  );
  return rows;
}
