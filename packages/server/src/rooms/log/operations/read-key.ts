import { logKey } from "@customhouse/api/log/operations";
import { operation } from "../../../platform/http/define.ts";
import { content } from "../../../platform/http/reply.ts";
import type { LogRoom } from "../room.ts";

export const key = (room: LogRoom) =>
  operation(logKey, { bulkhead: "status" }, async () =>
    content("text/plain; charset=utf-8", `${room.store.verifierKey}\n`, {
      "Cache-Control": "public, max-age=3600",
    }),
  );
