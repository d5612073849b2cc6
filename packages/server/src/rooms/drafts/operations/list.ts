import { z } from "@hono/zod-openapi";
import { partyOf } from "../../../platform/access/principal.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DraftsRoom } from "../room.ts";

export const draftHead = z.object({
  id: z.uuid(),
  title: z.string(),
  version: z.number(),
  updatedAt: z.string(),
});
const MAX_DRAFTS = 200;

export const list = (room: DraftsRoom) =>
  operation(
    {
      id: "draft.list",
      method: "get",
      path: "/v1/drafts",
      summary: "Your unfinished declarations",
      tag: "Drafts",
      action: "manageDrafts",
      bulkhead: "status",
      answers: {
        200: {
          description: "Last worked on first",
          schema: z.object({ items: z.array(draftHead) }),
        },
      },
    },
    async (call) => {
      const party = partyOf(call.principal) ?? "";
      return ok({ items: await room.store.list(party, MAX_DRAFTS) });
    },
  );
