/** Supporting documents. Their content is personal data: rows can be deleted, digests stay in events. */
import type { Kysely, Selectable } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { type DeclarationTables, declarationTables } from "./tables.ts";

const MAX_UPLOADS = 500;
export const MAX_UPLOAD_BYTES = 25_000_000;

export type UploadRow = Selectable<DeclarationTables["upload"]>;
export type UploadState = UploadRow["state"];

export interface NewUpload {
  readonly uploadId: string;
  readonly caseId: string | null;
  readonly declarant: string;
  readonly name: string;
  readonly mediaType: string;
  readonly digest: Uint8Array;
  readonly content: Uint8Array;
  readonly state?: UploadState;
  readonly at: string;
}

export async function storeUpload(db: Kysely<Database>, upload: NewUpload): Promise<void> {
  if (upload.content.length > MAX_UPLOAD_BYTES) throw new RangeError("upload too large");
  await declarationTables(db)
    .insertInto("upload")
    .values({
      upload_id: upload.uploadId,
      case_id: upload.caseId,
      declarant: upload.declarant,
      name: upload.name,
      media_type: upload.mediaType,
      size_bytes: BigInt(upload.content.length),
      digest: Buffer.from(upload.digest),
      state: upload.state ?? "received",
      created_at: upload.at,
      content: Buffer.from(upload.content),
    })
    .execute();
}

export async function listUploads(
  db: Kysely<Database>,
  caseId: string,
): Promise<Omit<UploadRow, "content">[]> {
  return declarationTables(db)
    .selectFrom("upload")
    .select([
      "upload_id",
      "case_id",
      "declarant",
      "name",
      "media_type",
      "size_bytes",
      "digest",
      "state",
      "created_at",
    ])
    .where("case_id", "=", caseId)
    .orderBy("upload_id")
    .limit(MAX_UPLOADS)
    .execute();
}

export async function readUpload(
  db: Kysely<Database>,
  uploadId: string,
): Promise<UploadRow | undefined> {
  return declarationTables(db)
    .selectFrom("upload")
    .selectAll()
    .where("upload_id", "=", uploadId)
    .executeTakeFirst();
}
