/** The record of reads: who read which case, and for which purpose. Append-only for the writer role. */
import type { Kysely, Selectable } from "kysely";
import type { OpenDatabase } from "../storage/database.ts";
import { MAX_PAGE } from "../storage/page.ts";
import type { Database } from "../storage/tables.ts";
import type { Purpose } from "./actions.ts";

type AuditReadRow = Selectable<Database["audit_read"]>;

export interface AuditRead {
  readonly reader: string;
  readonly role: string;
  readonly purpose: Purpose | "none";
  readonly action: string;
  readonly caseId?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

interface NewAuditRead extends AuditRead {
  readonly at: string;
}

export interface ReadLog {
  record(entry: AuditRead): Promise<void>;
  /** Newest first. */
  list(
    caseId: string | undefined,
    limit: number,
  ): Promise<readonly (NewAuditRead & Required<Pick<AuditRead, "detail">>)[]>;
}

export function createReadLog(
  { writer }: Pick<OpenDatabase, "writer">,
  clock: () => Date,
): ReadLog {
  return {
    record: (entry) => recordRead(writer, { ...entry, at: clock().toISOString() }),
    list: async (caseId, limit) =>
      (await listReads(writer, caseId, limit)).map((row) => ({
        at: row.at,
        reader: row.reader,
        role: row.role,
        purpose: row.purpose as Purpose | "none",
        action: row.action,
        ...(row.case_id === null ? {} : { caseId: row.case_id }),
        detail: row.detail as Record<string, string>,
      })),
  };
}

export async function recordRead(db: Kysely<Database>, entry: NewAuditRead): Promise<void> {
  await db
    .insertInto("audit_read")
    .values({
      at: entry.at,
      reader: entry.reader,
      role: entry.role,
      purpose: entry.purpose,
      action: entry.action,
      case_id: entry.caseId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}

/** Newest first. */
export async function listReads(
  db: Kysely<Database>,
  caseId: string | undefined,
  limit: number,
): Promise<AuditReadRow[]> {
  let query = db.selectFrom("audit_read").selectAll();
  if (caseId !== undefined) query = query.where("case_id", "=", caseId);
  return query.orderBy("id", "desc").limit(Math.min(limit, MAX_PAGE)).execute();
}
