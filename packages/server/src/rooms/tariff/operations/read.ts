import { tariffRead } from "@customhouse/api/tariff/versions";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";

export const read = (room: TariffRoom) =>
  operation(tariffRead, { action: "viewTariff", bulkhead: "analytics" }, async (call) => {
    const found = await room.store.read(call.params.version);
    return found === undefined
      ? problem(errors.notFound)
      : ok({ ...found.tariff, measures: found.measures });
  });
