import type { OpenDatabase } from "../../storage/database.ts";
import { listUploads, readUpload, storeUpload } from "../../storage/queries/uploads.ts";
import type { Records } from "../records.ts";

type UploadRecords = Pick<Records, "saveUpload" | "uploads" | "uploadContent">;

export function uploadRecords(database: OpenDatabase, clock: () => Date): UploadRecords {
  const ofCase = (caseId: string) => ({ kind: "cases" as const, ids: [caseId] });
  return {
    saveUpload: ({ id, ...upload }) =>
      storeUpload(database.writer, { ...upload, uploadId: id, at: clock().toISOString() }),
    uploads: async (caseId) => {
      const rows = await database.readAs(ofCase(caseId), (db) => listUploads(db, caseId));
      return rows.map((row) => ({
        id: row.upload_id,
        name: row.name,
        mediaType: row.media_type,
        sizeBytes: Number(row.size_bytes),
        sha256: Buffer.from(row.digest).toString("hex"),
        state: row.state,
        createdAt: row.created_at,
      }));
    },
    uploadContent: async (caseId, uploadId) => {
      const row = await database.readAs(ofCase(caseId), (db) => readUpload(db, uploadId));
      const own = row?.case_id === caseId ? row : undefined;
      return own && { mediaType: own.media_type, content: own.content };
    },
  };
}
