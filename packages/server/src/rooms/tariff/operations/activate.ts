import { tariffActivate } from "@customhouse/api/tariff/versions";
import { errors } from "../../../platform/errors.ts";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { tariffErrors } from "../errors.ts";
import type { TariffRoom } from "../room.ts";

export const activate = (room: TariffRoom) =>
  operation(tariffActivate, { action: "manageTariff", bulkhead: "formal" }, async (call) => {
    const { clock } = call.platform;
    const { version } = call.params;
    if ((await room.store.read(version)) === undefined) return problem(errors.notFound);
    const done = await room.store.activate(version, clock().toISOString());
    if (!done) return problem(tariffErrors.tariffNotReady);
    await room.reloadTariff();
    return ok(existing(await room.store.read(version)).tariff);
  });
