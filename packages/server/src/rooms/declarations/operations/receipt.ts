import { declarationReceipt } from "@customhouse/api/declarations/reading";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";
import { disclosureTo, sealedFields } from "../wire/event-view.ts";

export const receipt = (room: DeclarationsRoom) =>
  caseOperation(declarationReceipt, { action: "viewReceipt", bulkhead: "status" }, async (call) => {
    const { caseId, mrn } = call.file.case;
    // Who only oversees the system sees that there are proofs, and not of what.
    const seesFacts = call.labels.has("party");
    const items = await room.log.receipts({
      caseId,
      number: mrn,
      sealedFields,
      ...(seesFacts ? { disclosure: disclosureTo(call.labels) } : {}),
    });
    return items.length > 0
      ? ok({ items })
      : problem(errors.notFound, {
          message: "The receipt is not there yet. The promise says until when it will be.",
          retryAfterSeconds: 1,
        });
  });
