/** The table of this room: who asked for which erasure. What is erased belongs to others and is named in statements alone. */
import type { Kysely } from "kysely";
import type { Database } from "../../platform/storage/tables.ts";

interface CaseErasureTable {
  case_id: string;
  reason: string;
  legal_basis: string;
  asked_by: string;
  asked_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  wiped_at: string | null;
}

export type ErasureTables = {
  case_erasure: CaseErasureTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function erasureTables(db: Kysely<Database>) {
  return db.$extendTables<ErasureTables>();
}
