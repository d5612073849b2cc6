import { officerRecordMovement } from "@customhouse/api/cases/movements";
import { actorOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, refused } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const recordMovement = (room: DeclarationsRoom) =>
  operation(
    officerRecordMovement,
    { action: "recordMovement", bulkhead: "formal" },
    async (call) => {
      const result = await room.declarations.move(
        actorOf(call.principal),
        call.bytes,
        call.contentType,
      );
      if (result.status === "refused") return refused(result);
      const moved = result.results.filter((one) => one.status === "done").length;
      return ok({ moved, refused: result.results.length - moved });
    },
  );
