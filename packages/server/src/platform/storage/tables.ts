/**
 * The tables of the platform as Kysely sees them: what holds every case, the log, and what the commit path writes. A room
 * describes its own tables in its `tables.ts`. test/storage/columns.test.ts compares all of them with the database.
 * Timestamps are ISO text, `bigint` columns are `bigint`.
 */
import type { ColumnType, Generated } from "kysely";

/** A `jsonb` column: read as what was parsed, written as JSON text. */
export type Json = ColumnType<unknown, string, string>;

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

/** Those that queries use. What only the commit path and the sequencer touch is plain SQL there. */
export interface Database {
  case_envelope: CaseEnvelopeTable;
  declaration: DeclarationTable;
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
  audit_read: AuditReadTable;
}
