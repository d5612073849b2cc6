import { draftList } from "@customhouse/api/drafts/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DraftsRoom } from "../room.ts";

const MAX_DRAFTS = 200;

export const list = (room: DraftsRoom) =>
  operation(draftList, { action: "manageDrafts", bulkhead: "status" }, async (call) => {
    const party = partyOf(call.principal) ?? "";
    return ok({ items: await room.store.list(party, MAX_DRAFTS) });
  });
