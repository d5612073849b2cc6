/** The tables of this room: consignment references and supporting documents. Only the files of the room name them. */
import type { Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";

interface UcrLinkTable {
  ucr: string;
  master: string;
}

interface UcrClosedTable {
  master: string;
  at: string;
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

export type DeclarationTables = {
  ucr_link: UcrLinkTable;
  ucr_closed: UcrClosedTable;
  upload: UploadTable;
};

/** The same connection or transaction, which now knows the tables of this room beside those of the platform. */
export function declarationTables(db: Kysely<Database>) {
  return db.$extendTables<DeclarationTables>();
}
