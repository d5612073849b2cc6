/** Who read what and why. Append-only for the writer role. */
import type { Kysely, Selectable } from "kysely";
import { MAX_PAGE } from "../../rooms/declarations/store/cases.ts";
import type { Database } from "../storage/tables.ts";

export type AuditReadRow = Selectable<Database["audit_read"]>;

export interface NewAuditRead {
  readonly at: string;
  readonly reader: string;
  readonly role: string;
  readonly purpose: string;
  readonly action: string;
  readonly caseId?: string;
  readonly detail?: unknown;
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
