/** The tables of this room: policies, models and what they learn from. Only the files of the room name them. */
import type { ColumnType, Generated, Kysely } from "kysely";
import type { Database, Json } from "../../../platform/storage/tables.ts";

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

/** A model of risk, or one that reads descriptions of goods: each sort in a table of its own. */
interface ModelTable {
  digest: string;
  name: string;
  card: Json;
  content: Uint8Array;
  created_by: string;
  created_at: string;
}

interface RiskRetrainingTable {
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

interface RiskHistoryTable {
  position: bigint;
  part: number;
  content: Uint8Array;
}

interface OpenSourceItemTable {
  item_id: string;
  position: Generated<bigint>;
  body: Json;
  expires_on: ColumnType<Date, string, string>;
  taken_by: string;
  taken_at: string;
}

interface OpenSourceMentionTable {
  item_id: string;
  place: number;
  mention: string;
  keys: string[];
}

export type RiskTables = {
  description_model: ModelTable;
  risk_history: RiskHistoryTable;
  open_source_item: OpenSourceItemTable;
  open_source_mention: OpenSourceMentionTable;
  risk_policy: RiskPolicyTable;
  risk_model: ModelTable;
  risk_retraining: RiskRetrainingTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function riskTables(db: Kysely<Database>) {
  return db.$extendTables<RiskTables>();
}
