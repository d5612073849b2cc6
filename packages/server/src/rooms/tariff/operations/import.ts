import { createHash } from "node:crypto";
import { checkMeasures } from "@customhouse/clearance";
import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { created, problem } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";
import { tariffVersion } from "../wire.ts";

export const importTariff = (room: TariffRoom) =>
  operation(
    {
      id: "tariff.import",
      method: "post",
      path: "/v1/tariff/versions",
      summary: "Import measures as a draft: all of them are in order, or none is taken",
      tag: "Tariff",
      action: "manageTariff",
      bulkhead: "analytics",
      bodyKind: "json",
      maxBytes: ({ limits }) => limits.documentBytes,
      body: z.strictObject({
        note: z.string().trim().min(1).max(500),
        measures: z.array(z.unknown()).min(1),
      }),
      answers: { 201: { description: "A draft", schema: tariffVersion } },
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
        return problem(errors.tariffRejected, { message, findings });
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
