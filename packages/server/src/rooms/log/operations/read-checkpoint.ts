import { logCheckpoint } from "@customhouse/api/log/operations";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { content, problem } from "../../../platform/http/reply.ts";
import type { LogRoom } from "../room.ts";

export const checkpoint = (room: LogRoom) =>
  operation(logCheckpoint, { bulkhead: "status" }, async () => {
    const note = await room.store.checkpoint();
    const headers = { "Cache-Control": "no-cache" };
    return note
      ? content("text/plain; charset=utf-8", note, headers)
      : problem(errors.notReady, { retryAfterSeconds: 1 });
  });
