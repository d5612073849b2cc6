import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { content, problem } from "../../../platform/http/reply.ts";
import type { LogRoom } from "../room.ts";

export const checkpoint = (room: LogRoom) =>
  operation(
    {
      id: "log.checkpoint",
      method: "get",
      path: "/v1/log/checkpoint",
      summary: "The signed head of the log (C2SP checkpoint)",
      tag: "Log",
      action: "open",
      bulkhead: "status",
      answers: { 200: { description: "A signed note", mediaTypes: ["text/plain"] } },
    },
    async (_call) => {
      const note = await room.store.checkpoint();
      const headers = { "Cache-Control": "no-cache" };
      return note
        ? content("text/plain; charset=utf-8", note, headers)
        : problem(errors.notReady, { retryAfterSeconds: 1 });
    },
  );
