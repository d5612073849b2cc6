import { screeningRollBackList } from "@customhouse/api/screening/operations";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { screeningErrors } from "../errors.ts";
import type { ScreeningRoom } from "../room.ts";

export const rollBackList = (room: ScreeningRoom) =>
  operation(
    screeningRollBackList,
    { action: "manageScreening", bulkhead: "formal" },
    async (call) => {
      const { list } = call.params;
      const version = await room.records.rollBack(list);
      if (version === undefined) return problem(screeningErrors.listNotReady);
      return ok(existing(await room.records.list({ list, version })));
    },
  );
