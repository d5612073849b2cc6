/** The declaration the commit benchmark writes, as a commit request and as plain INSERTs. */
import { createHash, randomBytes } from "node:crypto";
import type { CommitRequest } from "../../packages/server/src/platform/commit/types.ts";
import { newCaseId } from "../../packages/server/src/platform/storage/case-id.ts";
import { declarationRow } from "../../packages/server/src/rooms/declarations/store/declaration-row.ts";

/** As long as the plain statements say: three years. */
const LRN_FREE = new Date(Date.now() + 1_096 * 86_400_000).toISOString();
const PAYLOAD_BYTES = 1_500;
const payloadFill = randomBytes(PAYLOAD_BYTES / 2).toString("hex");
const items = Array.from({ length: 5 }, (_, index) => ({
  sequence: index + 1,
  commodity: "8471300000",
  origin: "CN",
  statisticalValue: { amountMinor: "1250000", currency: "EUR" },
  netMassKg: "12.5",
  procedure: "4000",
}));
let counter = 0;

/** One new case: 1.5 kB payload, 0.8 kB snapshot, two events, a notification, a deadline, a leaf. */
export function caseRequest(): CommitRequest {
  counter += 1;
  const caseId = newCaseId();
  const at = new Date().toISOString();
  const content = Buffer.from(`${caseId}${payloadFill}`);
  const digest = createHash("sha256").update(content).digest();
  const declarant = `XATRADER${counter % 5_000}`;
  const lrn = `LRN${counter}${caseId.slice(-4)}`;
  const times = { legalAt: at, knownAt: at };
  const states = {
    control: "accepted",
    agencies: "none",
    debt: "none",
    goods: "expected",
  } as const;
  return {
    caseId,
    expectedActCount: 0,
    row: {
      caseId,
      country: "XA",
      sort: "declaration",
      number: null,
      kind: "IM",
      holder: declarant,
      office: `XA${String(counter % 40).padStart(6, "0")}`,
      submittedAt: at,
      updatedAt: at,
      snapshot: { items, declarant },
      own: declarationRow({ lrn, direction: "import", ...states }),
    },
    branches: {
      granted: {
        events: [
          { type: "submitted", v: 1, body: { digest: digest.toString("hex") }, ...times },
          { type: "routed", v: 1, body: { lane: "green" }, ...times },
        ],
        notifications: [{ party: declarant, functionCode: "01", issuedAt: at, body: { ok: true } }],
        payloads: [{ digest, kind: "declaration", mediaType: "application/xml", content }],
        deadlines: [{ kind: "presentation", dueAt: at }],
        leaves: [digest],
      },
    },
    reservations: [],
    idempotency: { scope: declarant, key: caseId, requestDigest: digest, response: { caseId } },
    lrnClaim: { declarant, lrn, at, until: LRN_FREE },
  };
}

export interface PlainStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

export function plainStatements(request: CommitRequest): PlainStatement[] {
  const { caseId, branches } = request;
  const { notifications, payloads, deadlines, leaves, events } = branches.granted;
  const now = new Date().toISOString();
  const add = (name: string, text: string, values: unknown[]) => ({ name, text, values });
  return [
    ...claims(request, now),
    ...events.map((event, index) =>
      add("event", "INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $1)", [
        caseId,
        index + 1,
        event.type,
        event.v,
        JSON.stringify(event.body),
        now,
      ]),
    ),
    ...notifications.map((item, index) =>
      add("notification", "INSERT INTO notification VALUES ($1, $2, $3, $4, $5, $6)", [
        caseId,
        index + 1,
        item.party,
        item.functionCode,
        now,
        JSON.stringify(item.body),
      ]),
    ),
    ...payloads.map((item) =>
      add("payload", "INSERT INTO payload VALUES ($1, $2, $3, $4, $5, $6)", [
        caseId,
        item.digest,
        item.kind,
        item.mediaType,
        item.content,
        now,
      ]),
    ),
    ...deadlines.map((item) =>
      add("deadline", "INSERT INTO deadline VALUES ($1, $2, $3)", [caseId, item.kind, item.dueAt]),
    ),
    ...leaves.map((digest) =>
      add(
        "leaf",
        `INSERT INTO pending_leaf (case_id, seq, digest, first_notification, parties, created_at)
         VALUES ($1, 1, $2, 1, $3, $4)`,
        [caseId, digest, notifications.map((item) => item.party), now],
      ),
    ),
  ];
}

function claims(request: CommitRequest, now: string): PlainStatement[] {
  const { row, caseId, idempotency, lrnClaim } = request;
  return [
    {
      name: "idempotency",
      text: "INSERT INTO idempotency VALUES ($1, $2, $3, $4, 'granted', $5, $6)",
      values: [
        idempotency?.scope,
        idempotency?.key,
        idempotency?.requestDigest,
        caseId,
        JSON.stringify(idempotency?.response),
        now,
      ],
    },
    {
      name: "lrn",
      text: "INSERT INTO lrn_claim VALUES ($1, $2, $3, $4, $4::timestamptz + interval '3 years')",
      values: [lrnClaim?.declarant, lrnClaim?.lrn, caseId, now],
    },
    {
      name: "case",
      text: `INSERT INTO case_envelope (case_id, version, country, sort, holder, kind, office, submitted_at,
       updated_at, event_count, notification_count, leaf_count, snapshot)
       VALUES ($1, 1, 'XA', 'declaration', $2, 'IM', $3, $4, $4, 2, 1, 1, $5)`,
      values: [caseId, row.holder, row.office, now, JSON.stringify(row.snapshot)],
    },
    {
      name: "declaration",
      text: `INSERT INTO declaration (case_id, lrn, direction, control_state, agencies_state, debt_state, goods_state)
       VALUES ($1, $2, 'import', 'submitted', 'none', 'none', 'expected')`,
      values: [caseId, lrnClaim?.lrn],
    },
  ];
}
