import { draftRemove } from "@customhouse/api/drafts/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { nothing, problem } from "../../../platform/http/reply.ts";
import type { DraftsRoom } from "../room.ts";

export const remove = (room: DraftsRoom) =>
  operation(draftRemove, { action: "manageDrafts", bulkhead: "status" }, async (call) => {
    const party = partyOf(call.principal) ?? "";
    const removed = await room.store.remove(party, call.params.id);
    return removed ? nothing : problem(errors.notFound);
  });
