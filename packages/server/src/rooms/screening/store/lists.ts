/** Watch lists as imported, and which version of each is in force. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { type ScreeningTables, screeningTables } from "./tables.ts";

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
const COLUMNS = [
  "list",
  "version",
  "state",
  "source",
  "licence",
  "retrieved_at as retrievedAt",
  "entry_count as entryCount",
  "digest",
  "changes",
  "broken",
  "imported_by as importedBy",
  "imported_at as importedAt",
  "activated_by as activatedBy",
  "activated_at as activatedAt",
] as const;

type Row = Omit<ScreeningList, "activatedBy" | "activatedAt"> & {
  readonly activatedBy: string | null;
  readonly activatedAt: string | null;
};

/** False where this version of the list is there already. */
export async function storeList(
  db: Kysely<Database>,
  list: Omit<ScreeningList, "state" | "activatedBy" | "activatedAt">,
  entries: Uint8Array,
): Promise<boolean> {
  const done = await screeningTables(db)
    .insertInto("screening_list")
    .values({
      list: list.list,
      version: list.version,
      state: "draft",
      source: list.source,
      licence: list.licence,
      retrieved_at: list.retrievedAt,
      entry_count: list.entryCount,
      digest: list.digest,
      changes: JSON.stringify(list.changes),
      broken: JSON.stringify(list.broken),
      entries,
      imported_by: list.importedBy,
      imported_at: list.importedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Newest first. */
export async function listLists(db: Kysely<Database>): Promise<readonly ScreeningList[]> {
  const rows = await screeningTables(db)
    .selectFrom("screening_list")
    .select(COLUMNS)
    .orderBy("imported_at", "desc")
    .orderBy("list")
    .orderBy("version")
    .limit(MAX_LISTED)
    .execute();
  return rows.map((row) => view(row as Row));
}

export async function findList(
  db: Kysely<Database>,
  name: ListName,
): Promise<ScreeningList | undefined> {
  const row = await versionOf(db, name).select(COLUMNS).executeTakeFirst();
  return row && view(row as Row);
}

/** Gzipped JSON. */
export async function readEntries(
  db: Kysely<Database>,
  name: ListName,
): Promise<Uint8Array | undefined> {
  return (await versionOf(db, name).select("entries").executeTakeFirst())?.entries;
}

function versionOf(db: Kysely<Database>, { list, version }: ListName) {
  const query = screeningTables(db).selectFrom("screening_list");
  return query.where("list", "=", list).where("version", "=", version);
}

/** False when it may not be put in force: it is in force, was taken back, or who asks imported it. */
export async function activateList(
  db: Kysely<Database>,
  { list, version }: ListName,
  by: string,
  at: string,
): Promise<boolean> {
  return underLock(db, async (transaction) => {
    const wanted = await transaction
      .selectFrom("screening_list")
      .select("version")
      .where("list", "=", list)
      .where("version", "=", version)
      .where("state", "in", ["draft", "superseded"])
      .where("imported_by", "<>", by)
      .executeTakeFirst();
    if (wanted === undefined) return false;
    await endActive(transaction, list, "superseded");
    await transaction
      .updateTable("screening_list")
      .set({ state: "active", activated_by: by, activated_at: at })
      .where("list", "=", list)
      .where("version", "=", version)
      .execute();
    return true;
  });
}

/**
 * Back to the version that was in force before, which two people put there. Undefined: there is none, and one person
 * alone takes no list out of force.
 */
export async function rollBackList(
  db: Kysely<Database>,
  list: string,
): Promise<string | undefined> {
  return underLock(db, async (transaction) => {
    const before = await transaction
      .selectFrom("screening_list as now")
      .innerJoin("screening_list as before", "before.list", "now.list")
      .select("before.version")
      .where("now.list", "=", list)
      .where("now.state", "=", "active")
      .where("before.state", "=", "superseded")
      .whereRef("before.activated_at", "<=", "now.activated_at")
      .orderBy("before.activated_at", "desc")
      .limit(1)
      .executeTakeFirst();
    if (before === undefined) return undefined;
    await endActive(transaction, list, "rejected");
    await transaction
      .updateTable("screening_list")
      .set({ state: "active" })
      .where("list", "=", list)
      .where("version", "=", before.version)
      .execute();
    return before.version;
  });
}

type InLock = Transaction<Database & ScreeningTables>;

async function endActive(
  transaction: InLock,
  list: string,
  state: "superseded" | "rejected",
): Promise<void> {
  await transaction
    .updateTable("screening_list")
    .set({ state })
    .where("list", "=", list)
    .where("state", "=", "active")
    .execute();
}

function underLock<T>(db: Kysely<Database>, work: (transaction: InLock) => Promise<T>): Promise<T> {
  return screeningTables(db)
    .transaction()
    .execute(async (transaction) => {
      await sql`SELECT pg_advisory_xact_lock(hashtext('customhouse/screening-list'))`.execute(
        transaction,
      );
      return work(transaction);
    });
}

function view({ activatedBy, activatedAt, ...rest }: Row): ScreeningList {
  return {
    ...rest,
    ...(activatedBy === null ? {} : { activatedBy }),
    ...(activatedAt === null ? {} : { activatedAt }),
  };
}
