import { createHash } from "node:crypto";
import { tariffImport } from "@customhouse/api/tariff/versions";
import { checkMeasures } from "@customhouse/clearance";
import { operation } from "../../../platform/http/define.ts";
import { created, problem } from "../../../platform/http/reply.ts";
import { tariffErrors } from "../errors.ts";
import type { TariffRoom } from "../room.ts";

export const importTariff = (room: TariffRoom) =>
  operation(
    tariffImport,
    {
      action: "manageTariff",
      bulkhead: "analytics",
      maxBytes: ({ limits }) => limits.documentBytes,
    },
    async (call) => {
      const { country, clock } = call.platform;
      const { measures, problems } = checkMeasures(call.body.measures, country.tariff);
      if (problems.length > 0) {
        const message = `The tariff has ${problems.length} problems; nothing of it was taken.`;
        const findings = problems.map(({ row, field, code, message: text }) => ({
          code,
          path: `$.measures[${row - 1}]${field === "" ? "" : `.${field}`}`,
          pointer: [],
          message: text,
        }));
        return problem(tariffErrors.tariffRejected, { message, findings });
      }
      const digest = createHash("sha256").update(JSON.stringify(measures)).digest("hex");
      const stored = await room.store.add(
        {
          digest,
          note: call.body.note,
          createdBy: call.principal.subject,
          createdAt: clock().toISOString(),
        },
        measures,
      );
      return created(stored, `/v1/tariff/versions/${stored.version}`);
    },
  );
