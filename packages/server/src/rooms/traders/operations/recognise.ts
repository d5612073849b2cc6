import { createHash } from "node:crypto";
import { traderRecognise } from "@customhouse/api/traders/operations";
import { isOfRole } from "@customhouse/formalities";
import { checkRecognisedTraders } from "@customhouse/traders";
import { recordRead } from "../../../platform/access/audit.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { traderErrors } from "../errors.ts";
import type { TradersRoom } from "../room.ts";

export const recognise = (room: TradersRoom) =>
  operation(
    traderRecognise,
    {
      action: "manageRecognition",
      bulkhead: "analytics",
      maxBytes: ({ limits }) => limits.documentBytes,
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
          code: traderErrors.recognitionRejected.code,
          path: `$.traders[${row - 1}]${field === "" ? "" : `.${field}`}`,
          pointer: [],
          message: text,
        }));
        return problem(traderErrors.recognitionRejected, { message, findings });
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
