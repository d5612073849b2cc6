import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { tariffVersion } from "../wire.ts";

export const versions = operation(
  {
    id: "tariff.versions",
    method: "get",
    path: "/v1/tariff/versions",
    summary: "Imported tariffs, newest first",
    tag: "Tariff",
    action: "viewTariff",
    bulkhead: "status",
    answers: {
      200: { description: "Without measures", schema: z.object({ items: z.array(tariffVersion) }) },
    },
  },
  async (call) => ok({ items: await call.parts.records.tariffs() }),
);
