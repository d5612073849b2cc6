import { declarationReceipt } from "@customhouse/api/declarations/reading";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const receipt = (room: DeclarationsRoom) =>
  caseOperation(declarationReceipt, { action: "viewReceipt", bulkhead: "status" }, async (call) => {
    const items = await room.log.receipts(call.file.case.caseId);
    return items.length > 0
      ? ok({ items })
      : problem(errors.notFound, {
          message: "The receipt is not there yet. The promise says until when it will be.",
          retryAfterSeconds: 1,
        });
  });
