/** Rows of storage as what operations speak of. */
import type { Case } from "@customhouse/clearance";
import type { Purpose } from "../../access/actions.ts";
import type { AuditReadRow } from "../../storage/queries/audit.ts";
import type { CaseFileRow, CaseSummaryRow } from "../../storage/queries/cases.ts";
import type { EventRow } from "../../storage/queries/history.ts";
import type { NotificationRow } from "../../storage/queries/notifications.ts";
import type { AuditRead, CaseFile, CaseSummary, StoredEvent, StoredNotification } from "../records.ts";

export function fileOf(row: CaseFileRow): CaseFile {
  return {
    // The snapshot is what clearance itself gave to storage, in the same version of the code or an older one.
    case: row.snapshot as Case,
    office: row.office || undefined,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
  };
}

export function summaryOf(row: CaseSummaryRow): CaseSummary {
  return {
    caseId: row.case_id,
    mrn: row.mrn ?? undefined,
    lrn: row.lrn,
    declarant: row.declarant,
    direction: row.direction,
    lane: row.lane ?? undefined,
    control: row.control_state,
    agencies: row.agencies_state,
    debt: row.debt_state,
    goods: row.goods_state,
    submittedAt: row.submitted_at,
  };
}

export function eventOf(row: EventRow): StoredEvent {
  const { seq, type, v, body } = row;
  return { seq, type, v, body, legalAt: row.legal_at, recordedAt: row.recorded_at };
}

export function notificationOf(row: NotificationRow): StoredNotification {
  return {
    caseId: row.case_id,
    seq: row.seq,
    party: row.party,
    position: row.position === null ? undefined : `${row.position}`,
    functionCode: row.function_code,
    issuedAt: row.issued_at,
    body: row.body,
  };
}

export function auditOf(row: AuditReadRow): AuditRead & { at: string } {
  const { at, reader, role, action } = row;
  const purpose = row.purpose as Purpose | "none";
  return { at, reader, role, purpose, action, caseId: row.case_id ?? undefined };
}
