/** Items from open sources, and what finds them by the names that they mention. */
import type { OpenSourceItem } from "@customhouse/screening/open-source";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { riskTables } from "./tables.ts";

export interface StoredItem {
  readonly itemId: string;
  readonly item: OpenSourceItem;
  readonly takenBy: string;
  readonly takenAt: string;
}

/** A name that an item mentions, with the keys that a likeness of it shares. */
export interface KeyedMention {
  readonly mention: string;
  readonly keys: readonly number[];
}

export interface MentionedItem extends StoredItem {
  /** Those that share a key with what was asked for. */
  readonly mentions: readonly string[];
}

/** More than analysts read in the years that an item may count; it bounds what one look-up goes through. */
const MAX_ITEMS = 100_000;
/** The newest ones of a name that very many items mention. */
const MAX_MENTIONED = 500;

const COLUMNS = [
  "item_id as itemId",
  "body as item",
  "taken_by as takenBy",
  "taken_at as takenAt",
] as const;

/** What is there of the same source and identifier is replaced. `full`: there are as many as may be. */
export async function keepItem(
  db: Kysely<Database>,
  { itemId, item, takenBy, takenAt }: StoredItem,
  mentions: readonly KeyedMention[],
): Promise<"new" | "replaced" | "full"> {
  const values = {
    body: JSON.stringify(item),
    expires_on: item.expiresOn,
    taken_by: takenBy,
    taken_at: takenAt,
  };
  return riskTables(db)
    .transaction()
    .execute(async (transaction) => {
      // One at a time, so that the limit holds.
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('customhouse/open-source', 0))`.execute(
        transaction,
      );
      const items = transaction.selectFrom("open_source_item");
      const known = await items.select("item_id").where("item_id", "=", itemId).executeTakeFirst();
      const { count } = await items
        .select(({ fn }) => fn.countAll<bigint>().as("count"))
        .executeTakeFirstOrThrow();
      if (known === undefined && count >= MAX_ITEMS) return "full";
      await transaction
        .insertInto("open_source_item")
        .values({ item_id: itemId, ...values })
        .onConflict((conflict) => conflict.column("item_id").doUpdateSet(values))
        .execute();
      await transaction.deleteFrom("open_source_mention").where("item_id", "=", itemId).execute();
      await sql`INSERT INTO open_source_mention (item_id, place, mention, keys)
        SELECT ${itemId}, (m.place - 1)::int, m.value ->> 'mention',
          ARRAY (SELECT jsonb_array_elements_text(m.value -> 'keys')::bigint)
        FROM jsonb_array_elements(${JSON.stringify(mentions)}::jsonb) WITH ORDINALITY AS m (value, place)`.execute(
        transaction,
      );
      return known === undefined ? "new" : "replaced";
    });
}

/** Newest first, after the item with this id. */
export async function listItems(
  db: Kysely<Database>,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly StoredItem[]> {
  const items = riskTables(db).selectFrom("open_source_item");
  const page = items.select(COLUMNS).orderBy("position", "desc").limit(limit);
  const following =
    after === undefined
      ? page
      : page.where("position", "<", items.select("position").where("item_id", "=", after));
  return (await following.execute()) as readonly StoredItem[];
}

export async function loadItem(
  db: Kysely<Database>,
  itemId: string,
): Promise<StoredItem | undefined> {
  const query = riskTables(db).selectFrom("open_source_item").select(COLUMNS);
  const row = await query.where("item_id", "=", itemId).executeTakeFirst();
  return row as StoredItem | undefined;
}

/** Whether there was one. */
export async function removeItem(db: Kysely<Database>, itemId: string): Promise<boolean> {
  const query = riskTables(db).deleteFrom("open_source_item").where("item_id", "=", itemId);
  return (await query.executeTakeFirst()).numDeletedRows === 1n;
}

/** Items that still count on the day and may mention one of the names by its keys, the newest first. */
export async function itemsMentioning(
  db: Kysely<Database>,
  keys: readonly number[],
  today: string,
): Promise<readonly MentionedItem[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<MentionedItem>`
    WITH found AS (
      SELECT i.position, m.item_id, m.place, m.mention
      FROM open_source_mention m JOIN open_source_item i USING (item_id)
      WHERE m.keys && ${keys}::bigint[] AND i.expires_on >= ${today}::date
      ORDER BY i.position DESC, m.place LIMIT ${MAX_MENTIONED})
    SELECT i.item_id AS "itemId", i.body AS item, i.taken_by AS "takenBy", i.taken_at AS "takenAt",
      array_agg(f.mention ORDER BY f.place) AS mentions
    FROM found f JOIN open_source_item i USING (item_id)
    GROUP BY i.item_id ORDER BY i.position DESC`.execute(db);
  return rows;
}

/** Those whose last day has passed. Returns how many. */
export async function forgetItems(db: Kysely<Database>, today: string): Promise<number> {
  const query = riskTables(db)
    .deleteFrom("open_source_item")
    .where("expires_on", "<", sql<Date>`${today}::date`);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
