/** Requests for the storage tests: small, valid, and varied by number. */
import { createHash, randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { OwnRow } from "../../src/platform/commit/own-table.ts";
import type { CaseRow, CommitRequest, StoredBranch } from "../../src/platform/commit/types.ts";
import { declarationRow } from "../../src/rooms/declarations/store/declaration-row.ts";

export const AT = "2026-11-23T10:00:00.000Z";

export const sha256 = (bytes: Uint8Array): Uint8Array =>
  createHash("sha256").update(bytes).digest();

export const sampleLrn = (caseId: string): string => `LRN-${caseId.slice(-12)}`;

type OwnColumns = Partial<Parameters<typeof declarationRow>[0]>;

export function sampleOwn(caseId: string, overrides: OwnColumns = {}): OwnRow {
  return declarationRow({
    lrn: sampleLrn(caseId),
    direction: "import",
    control: "accepted",
    agencies: "none",
    debt: "none",
    goods: "expected",
    ...overrides,
  });
}

export function sampleRow(caseId: string, overrides: Partial<CaseRow> = {}): CaseRow {
  return {
    caseId,
    country: "XA",
    sort: "declaration",
    number: null,
    kind: "IM",
    holder: "XATRADER1",
    office: "XA000001",
    submittedAt: AT,
    updatedAt: AT,
    snapshot: { items: [{ hs: "010121" }] },
    own: sampleOwn(caseId),
    ...overrides,
  };
}

export function sampleBranch(overrides: Partial<StoredBranch> = {}): StoredBranch {
  const content = Buffer.from(`<Declaration>${randomUUID()}</Declaration>`);
  return {
    events: [{ type: "declaration.submitted", v: 1, body: { n: 1 }, legalAt: AT, knownAt: AT }],
    notifications: [{ party: "XATRADER1", functionCode: "01", issuedAt: AT, body: { ok: true } }],
    payloads: [
      { digest: sha256(content), kind: "declaration", mediaType: "application/xml", content },
    ],
    deadlines: [{ kind: "control", dueAt: AT }],
    leaves: [sha256(content)],
    ...overrides,
  };
}

export function sampleCommit(overrides: Partial<CommitRequest> = {}): CommitRequest {
  const caseId = overrides.caseId ?? v7();
  return {
    caseId,
    expectedActCount: 0,
    row: sampleRow(caseId),
    branches: { granted: sampleBranch() },
    reservations: [],
    ...overrides,
  };
}
