import { tariffRollBack } from "@customhouse/api/tariff/versions";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { tariffErrors } from "../errors.ts";
import type { TariffRoom } from "../room.ts";

export const rollBack = (room: TariffRoom) =>
  operation(tariffRollBack, { action: "manageTariff", bulkhead: "formal" }, async (call) => {
    const { clock } = call.platform;
    const done = await room.store.rollBack(clock().toISOString());
    if (done === undefined) return problem(tariffErrors.tariffNotReady);
    await room.reloadTariff();
    return ok(done);
  });
