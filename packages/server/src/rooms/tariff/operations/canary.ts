import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";
import { tryTariff } from "../try-tariff.ts";
import { tariffVersion, versionParams } from "../wire.ts";

const MAX_TRIED = 2_000;

export const canary = (room: TariffRoom) =>
  operation(
    {
      id: "tariff.canary",
      method: "post",
      path: "/v1/tariff/versions/{version}/canary",
      summary: "Try it on recent declarations: how many would change, and by how much",
      tag: "Tariff",
      action: "manageTariff",
      bulkhead: "analytics",
      params: versionParams,
      query: z.object({ limit: z.coerce.number().int().min(1).max(MAX_TRIED).default(500) }),
      answers: { 200: { description: "With its report", schema: tariffVersion } },
    },
    async (call) => {
      const { country } = call.platform;
      const { version } = call.params;
      const found = await room.store.read(version);
      if (found === undefined) return problem(errors.notFound);
      const cases = await room.store.recentAssessed(call.query.limit);
      const report = await tryTariff(country, found.measures, cases, (caseId, digest) =>
        room.declarations.document(caseId, digest),
      );
      const state = report.failed.length > 0 ? "rejected" : "tried";
      if (!(await room.store.storeReport(version, state, report))) {
        return problem(errors.tariffNotReady);
      }
      return ok((await room.store.read(version))?.tariff);
    },
  );
