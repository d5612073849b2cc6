import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TariffRoom } from "../room.ts";
import { tariffVersion } from "../wire.ts";

export const versions = (room: TariffRoom) =>
  operation(
    {
      id: "tariff.versions",
      method: "get",
      path: "/v1/tariff/versions",
      summary: "Imported tariffs, newest first",
      tag: "Tariff",
      action: "viewTariff",
      bulkhead: "status",
      answers: {
        200: {
          description: "Without measures",
          schema: z.object({ items: z.array(tariffVersion) }),
        },
      },
    },
    async (_call) => ok({ items: await room.store.list() }),
  );
