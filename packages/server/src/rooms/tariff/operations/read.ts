import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";
import { tariffVersion, versionParams } from "../wire.ts";

export const read = (room: TariffRoom) =>
  operation(
    {
      id: "tariff.read",
      method: "get",
      path: "/v1/tariff/versions/{version}",
      summary: "An imported tariff with its measures",
      tag: "Tariff",
      action: "viewTariff",
      bulkhead: "analytics",
      params: versionParams,
      answers: { 200: { description: "With measures", schema: tariffVersion } },
    },
    async (call) => {
      const found = await room.store.read(call.params.version);
      return found === undefined
        ? problem(errors.notFound)
        : ok({ ...found.tariff, measures: found.measures });
    },
  );
