import { createHash } from "node:crypto";
import { declarationSupplyDocument } from "@customhouse/api/declarations/answering";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { erased } from "../../../platform/http/erased.ts";
import { parseMediaType } from "../../../platform/http/media-type.ts";
import { problem } from "../../../platform/http/reply.ts";
import { declarationErrors } from "../errors.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";
import { fitsDocumentType } from "../wire/document-type.ts";

export const supplyDocument = (room: DeclarationsRoom) =>
  caseOperation(
    declarationSupplyDocument,
    { action: "supplyDocument", bulkhead: "formal" },
    async (call) => {
      if (call.file.case.erased !== undefined) return erased(call.file.case, call.platform.country);
      const mediaType = parseMediaType(call.contentType ?? "")?.type ?? "";
      if (call.bytes.length === 0) return problem(declarationErrors.documentNotReadable);
      const verdict = fitsDocumentType(mediaType, call.bytes);
      if (verdict === "unknown") return problem(errors.unsupportedMediaType);
      if (verdict === "mismatch") return problem(declarationErrors.documentTypeMismatch);
      const digest = createHash("sha256").update(call.bytes).digest();
      const uploadId = call.platform.newId();
      await room.store.saveUpload({
        id: uploadId,
        caseId: call.file.case.caseId,
        declarant: call.file.case.declarant,
        name: call.query.name,
        mediaType,
        digest,
        content: call.bytes,
      });
      const documentType = call.query.type;
      return act(room.declarations, call, {
        type: "SupplyDocument",
        uploadId,
        digest: digest.toString("hex"),
        documentType,
      });
    },
  );
