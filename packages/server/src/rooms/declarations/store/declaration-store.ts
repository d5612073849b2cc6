/** What the operations on declarations read and write beside the main path. */
import type { CaseSummary } from "../../../platform/cases/case-file.ts";
import { caseSummary } from "../../../platform/cases/case-rows.ts";
import type { StoredPayload } from "../../../platform/commit/act-parts.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Page, PageRequest } from "../../../platform/storage/page.ts";
import type { ReaderScope } from "../../../platform/storage/reader-scope.ts";
import type {
  CaseHistory,
  StoredEvent,
  SupportingDocuments,
  Upload,
  UploadSummary,
} from "../contract.ts";
import { readEvents, readPayload } from "./history.ts";
import { type CaseFilter, searchCases } from "./search.ts";
import { listUploads, readUpload, storeUpload } from "./uploads.ts";

export type DeclarationStore = ReturnType<typeof createDeclarationStore>;

export function createDeclarationStore(database: OpenDatabase, clock: () => Date) {
  return {
    search: (
      scope: ReaderScope,
      filter: CaseFilter,
      page: PageRequest,
    ): Promise<Page<CaseSummary>> =>
      database.readAs(scope, async (reader) => {
        const found = await searchCases(reader, scope, filter, page);
        return { ...found, items: found.items.map(caseSummary) };
      }),
    ...caseHistory(database),
    ...supportingDocuments(database, clock),
  };
}

function caseHistory({ writer }: OpenDatabase): CaseHistory {
  return {
    events: async (caseId, limit): Promise<readonly StoredEvent[]> =>
      (await readEvents(writer, caseId, { limit })).map((row) => ({
        seq: row.seq,
        type: row.type,
        v: row.v,
        body: row.body,
        legalAt: row.legal_at,
        recordedAt: row.recorded_at,
      })),
    payload: async (caseId, digest): Promise<StoredPayload | undefined> => {
      const row = await readPayload(writer, caseId, Buffer.from(digest, "hex"));
      return row && { mediaType: row.media_type, content: row.content };
    },
  };
}

function supportingDocuments({ writer }: OpenDatabase, clock: () => Date): SupportingDocuments {
  return {
    saveUpload: ({ id, ...upload }: Upload) =>
      storeUpload(writer, { ...upload, uploadId: id, at: clock().toISOString() }),
    uploads: async (caseId): Promise<readonly UploadSummary[]> =>
      (await listUploads(writer, caseId)).map((row) => ({
        id: row.upload_id,
        name: row.name,
        mediaType: row.media_type,
        sizeBytes: Number(row.size_bytes),
        sha256: Buffer.from(row.digest).toString("hex"),
        state: row.state,
        createdAt: row.created_at,
      })),
    uploadContent: async (caseId, uploadId): Promise<StoredPayload | undefined> => {
      const row = await readUpload(writer, uploadId);
      if (row?.case_id !== caseId) return undefined;
      return { mediaType: row.media_type, content: row.content };
    },
  };
}
