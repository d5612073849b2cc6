import { createHash } from "node:crypto";
import { isOfRole } from "@customhouse/formalities";
import { checkRecognisedTraders } from "@customhouse/traders";
import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";

const numberParams = z.object({ number: z.string().regex(/^[A-Z0-9]{3,40}$/) });

export const recognise = (room: TradersRoom) =>
  operation(
    {
      id: "trader.recognise",
      method: "post",
      path: "/v1/recognitions/{number}/traders",
      summary:
        "A partner's list of authorised operators: replaces the one before, as a whole or not at all",
      tag: "Traders",
      action: "manageRecognition",
      bulkhead: "analytics",
      bodyKind: "json",
      maxBytes: ({ limits }) => limits.documentBytes,
      params: numberParams,
      body: z.strictObject({ traders: z.array(z.unknown()) }),
      answers: {
        200: {
          description: "Taken",
          schema: z.object({
            arrangement: z.string(),
            partner: z.string(),
            traders: z.number(),
            sha256: z.string(),
          }),
        },
      },
    },
    async (call) => {
      const { clock, country } = call.platform;
      const { number } = call.params;
      const formality = await room.formalities.byNumber(number);
      const partner = formality?.facts.partner;
      if (
        formality === undefined ||
        !isOfRole(country.formalities, formality, "operatorRecognition") ||
        typeof partner !== "string"
      )
        return problem(errors.notFound);
      const { traders, problems } = checkRecognisedTraders(call.body.traders, partner);
      if (problems.length > 0) {
        const message = `The list has ${problems.length} problems; nothing of it was taken.`;
        const findings = problems.map(({ row, field, message: text }) => ({
          code: errors.recognitionRejected.code,
          path: `$.traders[${row - 1}]${field === "" ? "" : `.${field}`}`,
          pointer: [],
          message: text,
        }));
        return problem(errors.recognitionRejected, { message, findings });
      }
      await recordRead(call, call.principal, "manageRecognition", formality.caseId);
      const digest = createHash("sha256").update(JSON.stringify(traders)).digest("hex");
      await room.store.replaceRecognised(
        {
          arrangement: number,
          digest,
          traders: traders.length,
          importedBy: call.principal.subject,
          importedAt: clock().toISOString(),
        },
        traders,
      );
      return ok({ arrangement: number, partner, traders: traders.length, sha256: digest });
    },
  );
