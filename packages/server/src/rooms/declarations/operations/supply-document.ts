import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { erased } from "../../../platform/http/erased.ts";
import { parseMediaType } from "../../../platform/http/media-type.ts";
import { problem } from "../../../platform/http/reply.ts";
import { acted, mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";
import { fitsDocumentType } from "../wire/document-type.ts";

export const supplyDocument = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.supplyDocument",
      method: "post",
      path: "/v1/declarations/{mrn}/documents",
      summary:
        "Send a supporting document (PDF, PNG, JPEG, XML, JSON, CSV or DOCX, at most 10 MiB)",
      tag: "Declarations",
      action: "supplyDocument",
      bulkhead: "formal",
      bodyKind: "document",
      params: mrnParams,
      query: z.object({
        name: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .regex(/^[^/\\\p{Cc}]+$/u, "must be a plain file name"),
        type: z
          .string()
          .regex(/^[A-Z0-9]{1,4}$/)
          .openapi({ description: "Code of the document, for example N380" }),
      }),
      answers: { 200: { description: "The document is with the case", schema: acted } },
    },
    async (call) => {
      if (call.file.case.erased !== undefined) return erased(call.file.case);
      const mediaType = parseMediaType(call.contentType ?? "")?.type ?? "";
      if (call.bytes.length === 0) return problem(errors.documentNotReadable);
      const verdict = fitsDocumentType(mediaType, call.bytes);
      if (verdict === "unknown") return problem(errors.unsupportedMediaType);
      if (verdict === "mismatch") return problem(errors.documentTypeMismatch);
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
      return act(room.mainPath, call, {
        type: "SupplyDocument",
        uploadId,
        digest: digest.toString("hex"),
        documentType,
      });
    },
  );
