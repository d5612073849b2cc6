/** Imported tariffs and which of them is in force. */
import type { TariffTrialReport } from "@customhouse/api/tariff/versions";
import type { Measure } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import type { Database } from "../../platform/storage/tables.ts";
import { tariffTables } from "./tables.ts";

export type TariffState = "draft" | "tried" | "active" | "superseded" | "rejected";

export interface TariffVersion {
  readonly version: number;
  readonly state: TariffState;
  readonly measureCount: number;
  /** Hex SHA-256 of the measures as JSON. */
  readonly digest: string;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly activatedAt?: string;
  readonly report?: TariffTrialReport;
}

export type TariffStore = ReturnType<typeof createTariffStore>;

export function createTariffStore({ writer }: Pick<OpenDatabase, "writer">) {
  return {
    list: () => listTariffs(writer),
    read: (version: number) => loadTariff(writer, version),
    add: (tariff: Parameters<typeof storeTariff>[1], measures: readonly Measure[]) =>
      storeTariff(writer, tariff, measures),
    storeReport: (version: number, state: "tried" | "rejected", report: unknown) =>
      storeReport(writer, version, state, report),
    activate: (version: number, at: string) => activateTariff(writer, version, at),
    rollBack: (at: string) => rollBackTariff(writer, at),
    recentAssessed: (limit: number) => recentAssessed(writer, limit),
  };
}

const SUMMARY = [
  "version",
  "state",
  "measure_count",
  "digest",
  "note",
  "created_by",
  "created_at",
  "activated_at",
  "report",
] as const;
const MAX_LISTED = 200;

interface Row {
  readonly version: number;
  readonly state: TariffState;
  readonly measure_count: number;
  readonly digest: string;
  readonly note: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly activated_at: string | null;
  readonly report: unknown;
}

export async function storeTariff(
  db: Kysely<Database>,
  tariff: Pick<TariffVersion, "digest" | "note" | "createdBy" | "createdAt">,
  measures: readonly Measure[],
): Promise<TariffVersion> {
  const row = await tariffTables(db)
    .insertInto("tariff_version")
    .values({
      state: "draft",
      measures: JSON.stringify(measures),
      measure_count: measures.length,
      digest: tariff.digest,
      note: tariff.note,
      created_by: tariff.createdBy,
      created_at: tariff.createdAt,
    })
    .returning(SUMMARY)
    .executeTakeFirstOrThrow();
  return view(row);
}

export async function listTariffs(db: Kysely<Database>): Promise<readonly TariffVersion[]> {
  const query = tariffTables(db)
    .selectFrom("tariff_version")
    .select(SUMMARY)
    .orderBy("version", "desc");
  return (await query.limit(MAX_LISTED).execute()).map(view);
}

export async function loadTariff(
  db: Kysely<Database>,
  version: number,
): Promise<{ readonly tariff: TariffVersion; readonly measures: readonly Measure[] } | undefined> {
  const row = await tariffTables(db)
    .selectFrom("tariff_version")
    .select([...SUMMARY, "measures"])
    .where("version", "=", version)
    .executeTakeFirst();
  return row && { tariff: view(row), measures: row.measures as Measure[] };
}

export async function activeVersion(db: Kysely<Database>): Promise<number | undefined> {
  const query = tariffTables(db)
    .selectFrom("tariff_version")
    .select("version")
    .where("state", "=", "active");
  return (await query.executeTakeFirst())?.version;
}

/** Only one that is not in force yet: what is in force was tried before. */
export async function storeReport(
  db: Kysely<Database>,
  version: number,
  state: "tried" | "rejected",
  report: unknown,
): Promise<boolean> {
  const done = await tariffTables(db)
    .updateTable("tariff_version")
    .set({ state, report: JSON.stringify(report) })
    .where("version", "=", version)
    .where("state", "in", ["draft", "tried", "rejected"])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/**
 * Puts one in force in place of the other, in one transaction. False when it may not be put in force: it was not tried,
 * or somebody was faster.
 */
export async function activateTariff(
  db: Kysely<Database>,
  version: number,
  at: string,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('customhouse/tariff'))`.execute(transaction);
    const wanted = await tariffTables(transaction)
      .selectFrom("tariff_version")
      .select("state")
      .where("version", "=", version)
      .executeTakeFirst();
    if (wanted?.state !== "tried" && wanted?.state !== "superseded") return false;
    await supersede(transaction);
    await tariffTables(transaction)
      .updateTable("tariff_version")
      .set({ state: "active", activated_at: at })
      .where("version", "=", version)
      .execute();
    return true;
  });
}

/** Back to the one that was in force before; without one, to the country's folder. Undefined: there is nothing to undo. */
export async function rollBackTariff(
  db: Kysely<Database>,
  at: string,
): Promise<{ readonly version: number } | undefined> {
  return db.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('customhouse/tariff'))`.execute(transaction);
    const now = await tariffTables(transaction)
      .selectFrom("tariff_version")
      .select(["version", "activated_at"])
      .where("state", "=", "active")
      .executeTakeFirst();
    if (now === undefined) return undefined;
    const before = await tariffTables(transaction)
      .selectFrom("tariff_version")
      .select("version")
      .where("state", "=", "superseded")
      .where("activated_at", "<", now.activated_at)
      .orderBy("activated_at", "desc")
      .executeTakeFirst();
    // It was found wanting: only another trial brings it back.
    await tariffTables(transaction)
      .updateTable("tariff_version")
      .set({ state: "rejected" })
      .where("version", "=", now.version)
      .execute();
    if (before === undefined) return { version: 0 };
    await tariffTables(transaction)
      .updateTable("tariff_version")
      .set({ state: "active", activated_at: at })
      .where("version", "=", before.version)
      .execute();
    return { version: before.version };
  });
}

async function supersede(db: Kysely<Database>): Promise<void> {
  await tariffTables(db)
    .updateTable("tariff_version")
    .set({ state: "superseded" })
    .where("state", "=", "active")
    .execute();
}

export interface RecentDeclaration {
  readonly caseId: string;
  readonly mrn: string;
  /** Hex. */
  readonly documentDigest: string;
  readonly acceptedAt: string;
}

/** Declarations that were assessed, newest first. */
export async function recentAssessed(
  db: Kysely<Database>,
  limit: number,
): Promise<readonly RecentDeclaration[]> {
  const rows = await sql<RecentDeclaration>`
    SELECT case_id AS "caseId", number AS mrn, snapshot ->> 'documentDigest' AS "documentDigest",
      snapshot -> 'at' ->> 'accepted' AS "acceptedAt"
    FROM case_envelope
    WHERE sort = 'declaration' AND snapshot -> 'assessed' = 'true'
      AND snapshot -> 'at' ? 'accepted'
    ORDER BY case_id DESC LIMIT ${limit}`.execute(db);
  return rows.rows;
}

function view(row: Row): TariffVersion {
  return {
    version: row.version,
    state: row.state,
    measureCount: row.measure_count,
    digest: row.digest,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
    ...(row.activated_at === null ? {} : { activatedAt: row.activated_at }),
    ...(row.report === null ? {} : { report: row.report as TariffTrialReport }),
  };
}
