import { draftSave } from "@customhouse/api/drafts/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { draftErrors } from "../errors.ts";
import type { DraftsRoom } from "../room.ts";

/** The caller makes the id, so that saving twice after a lost answer makes one draft. */
export const save = (room: DraftsRoom) =>
  operation(
    draftSave,
    { action: "manageDrafts", bulkhead: "status", maxBytes: (config) => config.limits.draftBytes },
    async (call) => {
      const party = partyOf(call.principal) ?? "";
      const saved = await room.store.save(party, { id: call.params.id, ...call.body });
      return saved ? ok(saved) : problem(draftErrors.savedMeanwhile);
    },
  );
