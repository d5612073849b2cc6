import { riskReadDocumentText } from "@customhouse/api/risk/run";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { erased } from "../../../platform/http/erased.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { textOfDocument } from "../document-text.ts";
import type { RiskRoom } from "../room.ts";

export const readDocumentText = (room: RiskRoom) =>
  caseOperation(
    riskReadDocumentText,
    { action: "viewRiskRun", bulkhead: "status" },
    async (call) => {
      if (!call.labels.has("enforcement")) return problem(errors.purposeNeeded);
      const { file, params } = call;
      const found = await room.declarations.uploadContent(file.case.caseId, params.id);
      if (!found && file.case.erased !== undefined) return erased(file.case, call.platform.country);
      if (!found) return problem(errors.notFound);
      const { mediaType, content } = found;
      const read = textOfDocument(mediaType, content);
      const words = read.isRead ? room.records.describe(read.text) : undefined;
      return ok({ mediaType, ...read, ...(words === undefined ? {} : { words }) });
    },
  );
