import { operation } from "../../../platform/http/define.ts";
import type { Reply } from "../../../platform/http/reply.ts";
import type { Readiness } from "../readiness.ts";
import type { ServiceRoom } from "../room.ts";

const NOT_READY: Readiness = { database: false, migrations: false, sequencer: false };

export const readiness = (room: ServiceRoom) =>
  operation(
    {
      id: "service.readiness",
      method: "get",
      path: "/readyz",
      summary: "Database, migrations and sequencer are there",
      tag: "Service",
      action: "open",
      bulkhead: "status",
      answers: { 200: { description: "Ready" }, 503: { description: "Not ready" } },
    },
    async (): Promise<Reply> => {
      const found = await room.readiness().catch(() => NOT_READY);
      const ready = found.database && found.migrations && found.sequencer;
      const json = { ready, ...found };
      return {
        kind: "json",
        status: ready ? 200 : 503,
        json,
        headers: ready ? {} : { "Retry-After": "1" },
      };
    },
  );
