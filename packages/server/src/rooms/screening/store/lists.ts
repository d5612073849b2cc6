/** Watch lists as imported, and which version of each is in force. */
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../../platform/storage/in-transaction.ts";

export type ListState = "draft" | "active" | "superseded" | "rejected";

/** Without the entries, which are many. */
export interface ScreeningList {
  readonly list: string;
  readonly version: string;
  readonly state: ListState;
  readonly source: string;
  readonly licence: string;
  readonly retrievedAt: string;
  readonly entryCount: number;
  /** Hex SHA-256 of the file. */
  readonly digest: string;
  /** Against the version that was in force when it was imported. */
  readonly changes: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly broken: readonly { readonly row: number; readonly why: string }[];
  readonly importedBy: string;
  readonly importedAt: string;
  readonly activatedBy?: string;
  readonly activatedAt?: string;
}

export interface ListName {
  readonly list: string;
  readonly version: string;
}

const MAX_LISTED = 200;
const COLUMNS = `list, version, state, source, licence, retrieved_at AS "retrievedAt",
  entry_count AS "entryCount", digest, changes, broken, imported_by AS "importedBy",
  imported_at AS "importedAt", activated_by AS "activatedBy", activated_at AS "activatedAt"`;

type Row = Omit<ScreeningList, "activatedBy" | "activatedAt"> & {
  readonly activatedBy: string | null;
  readonly activatedAt: string | null;
};

/** False where this version of the list is there already. */
export async function storeList(
  pool: Pick<Pool, "query">,
  list: Omit<ScreeningList, "state" | "activatedBy" | "activatedAt">,
  entries: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO screening_list (list, version, state, source, licence, retrieved_at, entry_count,
        digest, changes, broken, entries, imported_by, imported_at)
      VALUES ($1, $2, 'draft', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
    [
      list.list,
      list.version,
      list.source,
      list.licence,
      list.retrievedAt,
      list.entryCount,
      list.digest,
      JSON.stringify(list.changes),
      JSON.stringify(list.broken),
      entries,
      list.importedBy,
      list.importedAt,
    ],
  );
  return rowCount === 1;
}

/** Newest first. */
export async function listLists(pool: Pick<Pool, "query">): Promise<readonly ScreeningList[]> {
  const { rows } = await pool.query<Row>(
    `SELECT ${COLUMNS} FROM screening_list ORDER BY imported_at DESC, list, version LIMIT $1`,
    [MAX_LISTED],
  );
  return rows.map(view);
}

export async function findList(
  pool: Pick<Pool, "query">,
  { list, version }: ListName,
): Promise<ScreeningList | undefined> {
  const { rows } = await pool.query<Row>(
    `SELECT ${COLUMNS} FROM screening_list WHERE list = $1 AND version = $2`,
    [list, version],
  );
  return rows[0] && view(rows[0]);
}

/** Those in force, by name, each with the digest of its file. */
export async function activeLists(
  pool: Pick<Pool, "query">,
): Promise<readonly (ListName & { readonly digest: string })[]> {
  const { rows } = await pool.query<ListName & { digest: string }>({
    name: "screening_active",
    text: `SELECT list, version, digest FROM screening_list WHERE state = 'active'
      ORDER BY list COLLATE "C"`,
  });
  return rows;
}

/** Gzipped JSON. */
export async function readEntries(
  pool: Pick<Pool, "query">,
  { list, version }: ListName,
): Promise<Uint8Array | undefined> {
  const { rows } = await pool.query<{ entries: Uint8Array }>(
    "SELECT entries FROM screening_list WHERE list = $1 AND version = $2",
    [list, version],
  );
  return rows[0]?.entries;
}

/** False when it may not be put in force: it is in force, was taken back, or who asks imported it. */
export async function activateList(
  pool: Pool,
  { list, version }: ListName,
  by: string,
  at: string,
): Promise<boolean> {
  return underLock(pool, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM screening_list WHERE list = $1 AND version = $2
        AND state IN ('draft', 'superseded') AND imported_by <> $3`,
      [list, version, by],
    );
    if (rowCount !== 1) return false;
    await client.query(
      "UPDATE screening_list SET state = 'superseded' WHERE list = $1 AND state = 'active'",
      [list],
    );
    await client.query(
      `UPDATE screening_list SET state = 'active', activated_by = $3, activated_at = $4
        WHERE list = $1 AND version = $2`,
      [list, version, by, at],
    );
    return true;
  });
}

/**
 * Back to the version that was in force before, which two people put there. Undefined: there is none, and one person
 * alone takes no list out of force.
 */
export async function rollBackList(pool: Pool, list: string): Promise<string | undefined> {
  return underLock(pool, async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `SELECT before.version FROM screening_list now JOIN screening_list before USING (list)
        WHERE list = $1 AND now.state = 'active' AND before.state = 'superseded'
          AND before.activated_at <= now.activated_at
        ORDER BY before.activated_at DESC LIMIT 1`,
      [list],
    );
    const version = rows[0]?.version;
    if (version === undefined) return undefined;
    await client.query(
      "UPDATE screening_list SET state = 'rejected' WHERE list = $1 AND state = 'active'",
      [list],
    );
    await client.query(
      "UPDATE screening_list SET state = 'active' WHERE list = $1 AND version = $2",
      [list, version],
    );
    return version;
  });
}

function underLock<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('customhouse/screening-list'))");
    return work(client);
  });
}

function view({ activatedBy, activatedAt, ...rest }: Row): ScreeningList {
  return {
    ...rest,
    ...(activatedBy === null ? {} : { activatedBy }),
    ...(activatedAt === null ? {} : { activatedAt }),
  };
}
