import { z } from "@hono/zod-openapi";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { idParams } from "../../../platform/http/schemas.ts";
import type { DraftsRoom } from "../room.ts";
import { draftHead } from "./list.ts";

export const draftSchema = draftHead.extend({ body: z.unknown() }).openapi("Draft");

export const read = (room: DraftsRoom) =>
  operation(
    {
      id: "draft.read",
      method: "get",
      path: "/v1/drafts/{id}",
      summary: "One unfinished declaration",
      tag: "Drafts",
      action: "manageDrafts",
      bulkhead: "status",
      params: idParams,
      answers: { 200: { description: "The draft", schema: draftSchema } },
    },
    async (call) => {
      const found = await room.store.read(partyOf(call.principal) ?? "", call.params.id);
      return found ? ok(found) : problem(errors.notFound);
    },
  );
