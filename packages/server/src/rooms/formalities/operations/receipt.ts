import { formalityReceipt } from "@customhouse/api/formalities/operations";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { findFormality } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";
import { sealedStepFields, stepDisclosure } from "../step-disclosure.ts";

export const receipt = (room: FormalitiesRoom) =>
  operation(formalityReceipt, { action: "viewFormality", bulkhead: "status" }, async (call) => {
    const found = await findFormality(room.formalities, call, call.params.number, "viewFormality");
    if (!found.ok) return found.reply;
    const { formality, kind, reader } = found;
    const items = await room.log.receipts({
      caseId: formality.caseId,
      number: formality.number,
      sealedFields: sealedStepFields,
      // Who only oversees the system sees that there are proofs, and not of what.
      ...(reader.role === "administrator" ? {} : { disclosure: stepDisclosure(kind, reader) }),
    });
    return items.length > 0
      ? ok({ items })
      : problem(errors.notFound, {
          message: "The receipt is not there yet. The promise says until when it will be.",
          retryAfterSeconds: 1,
        });
  });
