/** The tables as Kysely sees them. Timestamps are ISO text, `bigint` columns are `bigint`. */
import type { ColumnType, Generated } from "kysely";

type Json = ColumnType<unknown, string, string>;

/** What every case has. */
interface CaseEnvelopeTable {
  case_id: string;
  version: number;
  country: string;
  sort: string;
  /** MRN of a declaration, number of a formality. */
  number: string | null;
  /** Message type of a declaration, kind of a formality. */
  kind: string;
  /** Of sorts that have one state. */
  state: string | null;
  holder: string;
  office: string;
  agencies: string[];
  parties: string[];
  submitted_at: string;
  updated_at: string;
  event_count: number;
  notification_count: number;
  leaf_count: number;
  snapshot: Json;
  needs_officer: ColumnType<boolean, never, never>;
}

/** What only declarations have. */
interface DeclarationTable {
  case_id: string;
  lrn: string;
  direction: string;
  lane: string | null;
  control_state: string;
  agencies_state: string;
  debt_state: string;
  goods_state: string;
}

interface UcrLinkTable {
  ucr: string;
  master: string;
}

interface UcrClosedTable {
  master: string;
  at: string;
}

interface EventTable {
  case_id: string;
  seq: number;
  type: string;
  v: number;
  body: Json;
  legal_at: string;
  recorded_at: string;
  known_at: string;
  commit_id: string;
}

interface NotificationTable {
  case_id: string;
  seq: number;
  party: string;
  function_code: string;
  issued_at: string;
  body: Json;
}

interface PayloadTable {
  case_id: string;
  digest: Uint8Array;
  kind: string;
  media_type: string;
  content: Uint8Array;
  created_at: string;
}

interface BalanceTable {
  account: string;
  unit: string;
  amount: bigint;
  floor: bigint;
  updated_at: Generated<string>;
}

interface TransferTable {
  transfer_id: Generated<bigint>;
  from_account: string;
  to_account: string;
  unit: string;
  amount: bigint;
  case_id: ColumnType<string | null, string | undefined, never>;
  commit_id: ColumnType<string | null, string | undefined, never>;
  at: string;
}

interface DeadlineTable {
  case_id: string;
  kind: string;
  due_at: string;
  claimed_until: string | null;
  attempts: Generated<number>;
}

interface LeafTable {
  idx: bigint;
  leaf_hash: Uint8Array;
  digest: Uint8Array;
  case_id: string;
  seq: number;
}

interface LogTileTable {
  level: number;
  n: bigint;
  hashes: Uint8Array;
}

interface LogHeadTable {
  origin: string;
  size: bigint;
  root: Uint8Array;
  signed_note: string;
  fence: bigint;
  signed_at: string;
}

interface PartyPositionTable {
  party: string;
  position: bigint;
  case_id: string;
  seq: number;
}

interface PulledTable {
  party: string;
  case_id: string;
  seq: number;
  pulled_at: string;
}

interface SubscriberTable {
  subscriber_id: string;
  party: string;
  url: string;
  secret: string;
  active: Generated<boolean>;
  created_at: string;
}

interface SubscriberCursorTable {
  subscriber_id: string;
  position: Generated<bigint>;
  failures: Generated<number>;
  next_attempt_at: string;
  claimed_by: string | null;
  claimed_until: string | null;
}

interface DeliveryAttemptTable {
  subscriber_id: string;
  position: bigint;
  attempt: number;
  at: string;
  outcome: string;
  status: number | null;
  duration_ms: number;
}

interface UploadTable {
  upload_id: string;
  case_id: string | null;
  declarant: string;
  name: string;
  media_type: string;
  size_bytes: bigint;
  digest: Uint8Array;
  state: "received" | "scanned" | "rejected" | "attached";
  created_at: string;
  content: Uint8Array;
}

interface DraftTable {
  draft_id: string;
  declarant: string;
  title: string;
  version: number;
  body: Json;
  updated_at: string;
}

interface TariffVersionTable {
  version: Generated<number>;
  state: "draft" | "tried" | "active" | "superseded" | "rejected";
  measures: Json;
  measure_count: number;
  digest: string;
  note: string;
  created_by: string;
  created_at: string;
  activated_at: ColumnType<string | null, string | undefined, string>;
  report: ColumnType<unknown, string | undefined, string>;
}

interface RiskPolicyTable {
  version: Generated<number>;
  state: "draft" | "tried" | "signed" | "active" | "superseded" | "rejected";
  body: Json;
  digest: string;
  note: string;
  created_by: string;
  created_at: string;
  report: ColumnType<unknown, string | undefined, string>;
  signed_by: ColumnType<string | null, undefined, string | null>;
  signed_at: ColumnType<string | null, undefined, string | null>;
  activated_by: ColumnType<string | null, undefined, string>;
  activated_at: ColumnType<string | null, undefined, string>;
}

interface RiskModelTable {
  digest: string;
  name: string;
  card: Json;
  content: Uint8Array;
  created_by: string;
  created_at: string;
}

export interface RiskRetrainingTable {
  id: string;
  reason: "schedule" | "alarm" | "asked";
  asked_by: string;
  asked_at: string;
  attempt: Generated<number>;
  started_at: string | null;
  ended_at: string | null;
  policy: number | null;
  alarms: ColumnType<unknown, never, string>;
  progress: ColumnType<unknown, never, string | null>;
  outcome:
    | "too-little"
    | "one-class"
    | "not-better"
    | "draft"
    | "activated"
    | "failed"
    | "cancelled"
    | null;
  code: string | null;
  message: string | null;
  result: ColumnType<unknown, never, string>;
  model: string | null;
  draft: number | null;
  cancelled_by: string | null;
}

interface AuditReadTable {
  id: Generated<bigint>;
  at: string;
  reader: string;
  role: string;
  purpose: string;
  action: string;
  case_id: string | null;
  detail: Json;
}

/** Tables that queries use. Those only the commit path and the sequencer touch are plain SQL there. */
export interface Database {
  case_envelope: CaseEnvelopeTable;
  declaration: DeclarationTable;
  ucr_link: UcrLinkTable;
  ucr_closed: UcrClosedTable;
  event: EventTable;
  notification: NotificationTable;
  payload: PayloadTable;
  balance: BalanceTable;
  transfer: TransferTable;
  deadline: DeadlineTable;
  leaf: LeafTable;
  log_tile: LogTileTable;
  log_head: LogHeadTable;
  party_position: PartyPositionTable;
  pulled: PulledTable;
  subscriber: SubscriberTable;
  subscriber_cursor: SubscriberCursorTable;
  delivery_attempt: DeliveryAttemptTable;
  upload: UploadTable;
  draft: DraftTable;
  tariff_version: TariffVersionTable;
  risk_policy: RiskPolicyTable;
  risk_model: RiskModelTable;
  risk_retraining: RiskRetrainingTable;
  audit_read: AuditReadTable;
}
