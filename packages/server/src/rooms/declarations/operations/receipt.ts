import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";

const receiptSchema = z.object({ index: z.string(), leaf: z.string(), proof: z.string() });

export const receipt = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.receipt",
      method: "get",
      path: "/v1/declarations/{mrn}/receipt",
      summary: "Signed receipts, one for each entry in the log: checked offline",
      tag: "Declarations",
      action: "viewReceipt",
      bulkhead: "status",
      params: mrnParams,
      answers: {
        200: { description: "tlog-proofs", schema: z.object({ items: z.array(receiptSchema) }) },
      },
    },
    async (call) => {
      const items = await room.log.receipts(call.file.case.caseId);
      return items.length > 0
        ? ok({ items })
        : problem(errors.notFound, {
            message: "The receipt is not there yet. The promise says until when it will be.",
            retryAfterSeconds: 1,
          });
    },
  );
