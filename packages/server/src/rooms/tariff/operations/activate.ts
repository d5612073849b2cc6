import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";
import { tariffVersion, versionParams } from "../wire.ts";

export const activate = (room: TariffRoom) =>
  operation(
    {
      id: "tariff.activate",
      method: "post",
      path: "/v1/tariff/versions/{version}/activation",
      summary: "Put it in force, at once and everywhere; it must have been tried",
      tag: "Tariff",
      action: "manageTariff",
      bulkhead: "formal",
      params: versionParams,
      answers: { 200: { description: "In force", schema: tariffVersion } },
    },
    async (call) => {
      const { clock } = call.platform;
      const { version } = call.params;
      if ((await room.store.read(version)) === undefined) return problem(errors.notFound);
      const done = await room.store.activate(version, clock().toISOString());
      if (!done) return problem(errors.tariffNotReady);
      await room.reloadTariff();
      return ok((await room.store.read(version))?.tariff);
    },
  );
