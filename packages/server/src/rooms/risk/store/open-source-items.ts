/** Items from open sources, and what finds them by the names that they mention. */
import type { OpenSourceItem } from "@customhouse/screening/open-source";
import type { Pool } from "pg";
import { inTransaction } from "../../../platform/storage/in-transaction.ts";

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

const COLUMNS = `i.item_id AS "itemId", i.body AS item, i.taken_by AS "takenBy", i.taken_at AS "takenAt"`;

/** What is there of the same source and identifier is replaced. `full`: there are as many as may be. */
export async function keepItem(
  pool: Pool,
  { itemId, item, takenBy, takenAt }: StoredItem,
  mentions: readonly KeyedMention[],
): Promise<"new" | "replaced" | "full"> {
  return inTransaction(pool, async (client) => {
    // One at a time, so that the limit holds.
    await client.query(
      "SELECT pg_advisory_xact_lock(hashtextextended('customhouse/open-source', 0))",
    );
    const { rowCount: known } = await client.query(
      "SELECT FROM open_source_item WHERE item_id = $1",
      [itemId],
    );
    const isNew = known === 0;
    if (isNew && (await itemCount(client)) >= MAX_ITEMS) return "full";
    await client.query(
      `INSERT INTO open_source_item (item_id, body, expires_on, taken_by, taken_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (item_id) DO UPDATE
        SET body = excluded.body, expires_on = excluded.expires_on,
          taken_by = excluded.taken_by, taken_at = excluded.taken_at`,
      [itemId, JSON.stringify(item), item.expiresOn, takenBy, takenAt],
    );
    await client.query("DELETE FROM open_source_mention WHERE item_id = $1", [itemId]);
    await client.query(
      `INSERT INTO open_source_mention (item_id, place, mention, keys)
        SELECT $1, (m.place - 1)::int, m.value ->> 'mention',
          ARRAY (SELECT jsonb_array_elements_text(m.value -> 'keys')::bigint)
        FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS m (value, place)`,
      [itemId, JSON.stringify(mentions)],
    );
    return isNew ? "new" : "replaced";
  });
}

async function itemCount(client: Pick<Pool, "query">): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM open_source_item",
  );
  return rows[0]?.count ?? 0;
}

/** Newest first, after the item with this id. */
export async function listItems(
  pool: Pick<Pool, "query">,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly StoredItem[]> {
  const { rows } = await pool.query<StoredItem>(
    `SELECT ${COLUMNS} FROM open_source_item i
      WHERE $1::text IS NULL
        OR i.position < (SELECT position FROM open_source_item WHERE item_id = $1)
      ORDER BY i.position DESC LIMIT $2`,
    [after ?? null, limit],
  );
  return rows;
}

export async function loadItem(
  pool: Pick<Pool, "query">,
  itemId: string,
): Promise<StoredItem | undefined> {
  const { rows } = await pool.query<StoredItem>(
    `SELECT ${COLUMNS} FROM open_source_item i WHERE i.item_id = $1`,
    [itemId],
  );
  return rows[0];
}

/** Whether there was one. */
export async function removeItem(pool: Pick<Pool, "query">, itemId: string): Promise<boolean> {
  const { rowCount } = await pool.query("DELETE FROM open_source_item WHERE item_id = $1", [
    itemId,
  ]);
  return rowCount === 1;
}

/** Items that still count on the day and may mention one of the names by its keys, the newest first. */
export async function itemsMentioning(
  pool: Pick<Pool, "query">,
  keys: readonly number[],
  today: string,
): Promise<readonly MentionedItem[]> {
  if (keys.length === 0) return [];
  const { rows } = await pool.query<MentionedItem>(
    `WITH found AS (
        SELECT i.position, m.item_id, m.place, m.mention
        FROM open_source_mention m JOIN open_source_item i USING (item_id)
        WHERE m.keys && $1::bigint[] AND i.expires_on >= $2::date
        ORDER BY i.position DESC, m.place LIMIT $3)
      SELECT ${COLUMNS}, array_agg(f.mention ORDER BY f.place) AS mentions
      FROM found f JOIN open_source_item i USING (item_id)
      GROUP BY i.item_id ORDER BY i.position DESC`,
    [keys, today, MAX_MENTIONED],
  );
  return rows;
}

/** Those whose last day has passed. Returns how many. */
export async function forgetItems(pool: Pick<Pool, "query">, today: string): Promise<number> {
  const { rowCount } = await pool.query(
    "DELETE FROM open_source_item WHERE expires_on < $1::date",
    [today],
  );
  return rowCount ?? 0;
}
