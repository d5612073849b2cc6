import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";

export const rollBack = (room: TariffRoom) =>
  operation(
    {
      id: "tariff.rollBack",
      method: "post",
      path: "/v1/tariff/rollback",
      summary: "Back to the tariff that was in force before",
      tag: "Tariff",
      action: "manageTariff",
      bulkhead: "formal",
      answers: {
        200: {
          description: "0: the country's own measures",
          schema: z.object({ version: z.number() }),
        },
      },
    },
    async (call) => {
      const { clock } = call.platform;
      const done = await room.store.rollBack(clock().toISOString());
      if (done === undefined) return problem(errors.tariffNotReady);
      await room.reloadTariff();
      return ok(done);
    },
  );
