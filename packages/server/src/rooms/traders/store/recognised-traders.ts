/** Operators whom partners have authorised, as imported. */
import type { RecognisedTrader } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { traderTables } from "./tables.ts";

export interface RecognisedList {
  readonly arrangement: string;
  readonly digest: string;
  readonly traders: number;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** The whole list at once: until then the one before counts. */
export async function replaceRecognised(
  db: Kysely<Database>,
  list: RecognisedList,
  traders: readonly RecognisedTrader[],
): Promise<void> {
  const { arrangement } = list;
  const about = {
    digest: list.digest,
    traders: list.traders,
    imported_by: list.importedBy,
    imported_at: list.importedAt,
  };
  await traderTables(db)
    .transaction()
    .execute(async (transaction) => {
      await transaction
        .insertInto("recognised_list")
        .values({ arrangement, ...about })
        .onConflict((known) => known.column("arrangement").doUpdateSet(about))
        .execute();
      await transaction
        .deleteFrom("recognised_trader")
        .where("arrangement", "=", arrangement)
        .execute();
      // A list can be longer than a statement may have values, so columns are sent as arrays.
      await sql`INSERT INTO recognised_trader (arrangement, id, type, valid_from, valid_to)
        SELECT ${arrangement}, * FROM unnest(${traders.map(({ id }) => id)}::text[],
          ${traders.map(({ type }) => type)}::text[], ${traders.map(({ validFrom }) => validFrom)}::date[],
          ${traders.map(({ validTo }) => validTo ?? null)}::date[])`.execute(transaction);
    });
}

export interface RecognisedEntry {
  readonly id: string;
  readonly arrangement: string;
  readonly type: string;
}

/** Those that are valid on the day, whatever the arrangement grants. */
export async function findRecognised(
  db: Kysely<Database>,
  ids: readonly string[],
  day: string,
): Promise<readonly RecognisedEntry[]> {
  return traderTables(db)
    .selectFrom("recognised_trader")
    .select(["id", "arrangement", "type"])
    .where(sql<boolean>`id = ANY(${ids}::text[])`)
    .where(
      sql<boolean>`valid_from <= ${day}::date AND (valid_to IS NULL OR valid_to >= ${day}::date)`,
    )
    .orderBy("id")
    .orderBy("arrangement")
    .orderBy("type")
    .execute();
}
