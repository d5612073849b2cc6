import { serviceReadiness } from "@customhouse/api/service/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok, withStatus } from "../../../platform/http/reply.ts";
import type { Readiness } from "../readiness.ts";
import type { ServiceRoom } from "../room.ts";

const NOT_READY: Readiness = { database: false, migrations: false, sequencer: false };

export const readiness = (room: ServiceRoom) =>
  operation(serviceReadiness, { bulkhead: "status" }, async () => {
    const found = await room.readiness().catch(() => NOT_READY);
    const ready = found.database && found.migrations && found.sequencer;
    const json = { ready, ...found };
    return ready ? ok(json) : withStatus(503, json, { "Retry-After": "1" });
  });
