import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";
import { listParams, screeningList } from "../wire.ts";

export const rollBackList = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.rollBackList",
      method: "post",
      path: "/v1/screening/lists/{list}/rollback",
      summary: "Back to the version that was in force before, in one step",
      tag: "Screening",
      action: "manageScreening",
      bulkhead: "formal",
      params: listParams,
      answers: {
        200: { description: "The version that is in force again", schema: screeningList },
      },
    },
    async (call) => {
      const { list } = call.params;
      const version = await room.desk.rollBack(list);
      if (version === undefined) return problem(errors.listNotReady);
      return ok(await room.desk.list({ list, version }));
    },
  );
