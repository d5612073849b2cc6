import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { erased } from "../../../platform/http/erased.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { caseParams, idParams } from "../../../platform/http/schemas.ts";
import { textOfDocument } from "../document-text.ts";
import type { RiskRoom } from "../room.ts";

export const readDocumentText = (room: RiskRoom) =>
  caseOperation(
    {
      id: "risk.readDocumentText",
      method: "get",
      path: "/v1/cases/{caseId}/documents/{id}/text",
      summary:
        "What a supporting document says, where it is text, and what its words tell of goods",
      tag: "Risk",
      action: "viewRiskRun",
      bulkhead: "status",
      params: caseParams.extend(idParams.shape),
      answers: {
        200: {
          description: "Of PDF, pictures and DOCX no text is read: `isRead` is false",
          schema: z.object({
            mediaType: z.string(),
            isRead: z.boolean(),
            why: z.enum(["kind", "large", "broken"]).optional(),
            text: z.string().optional(),
            isCut: z.boolean().optional(),
            words: z
              .object({
                vague: z.boolean(),
                suggested: z.array(z.object({ code: z.string(), probability: z.number() })),
              })
              .optional(),
          }),
        },
      },
    },
    async (call) => {
      if (!call.labels.has("enforcement")) return problem(errors.purposeNeeded);
      const { file, params } = call;
      const found = await room.declarations.uploadContent(file.case.caseId, params.id);
      if (!found && file.case.erased !== undefined) return erased(file.case);
      if (!found) return problem(errors.notFound);
      const { mediaType, content } = found;
      const read = textOfDocument(mediaType, content);
      const words = read.isRead ? room.desk.describe(read.text) : undefined;
      return ok({ mediaType, ...read, ...(words === undefined ? {} : { words }) });
    },
  );
