import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { nothing, problem } from "../../../platform/http/reply.ts";
import { idParams } from "../../../platform/http/schemas.ts";
import type { DraftsRoom } from "../room.ts";

export const remove = (room: DraftsRoom) =>
  operation(
    {
      id: "draft.remove",
      method: "delete",
      path: "/v1/drafts/{id}",
      summary: "Throw an unfinished declaration away",
      tag: "Drafts",
      action: "manageDrafts",
      bulkhead: "status",
      params: idParams,
      answers: { 204: { description: "Gone" } },
    },
    async (call) => {
      const party = partyOf(call.principal) ?? "";
      const removed = await room.store.remove(party, call.params.id);
      return removed ? nothing : problem(errors.notFound);
    },
  );
