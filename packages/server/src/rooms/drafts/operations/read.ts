import { draftRead } from "@customhouse/api/drafts/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { DraftsRoom } from "../room.ts";

export const read = (room: DraftsRoom) =>
  operation(draftRead, { action: "manageDrafts", bulkhead: "status" }, async (call) => {
    const found = await room.store.read(partyOf(call.principal) ?? "", call.params.id);
    return found ? ok(found) : problem(errors.notFound);
  });
