import { z } from "@hono/zod-openapi";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { idParams } from "../../../platform/http/schemas.ts";
import type { DraftsRoom } from "../room.ts";
import { draftSchema } from "./read.ts";

/** The caller makes the id, so that saving twice after a lost answer makes one draft. */
export const save = (room: DraftsRoom) =>
  operation(
    {
      id: "draft.save",
      method: "put",
      path: "/v1/drafts/{id}",
      summary: "Save an unfinished declaration; `version` is the one you have (0: new)",
      tag: "Drafts",
      action: "manageDrafts",
      bulkhead: "status",
      bodyKind: "json",
      maxBytes: (config) => config.limits.draftBytes,
      params: idParams,
      body: z.strictObject({
        title: z.string().trim().min(1).max(200),
        version: z.number().int().min(0),
        body: z.record(z.string(), z.unknown()),
      }),
      answers: { 200: { description: "Saved, with its new version", schema: draftSchema } },
    },
    async (call) => {
      const party = partyOf(call.principal) ?? "";
      const saved = await room.store.save(party, { id: call.params.id, ...call.body });
      return saved ? ok(saved) : problem(errors.savedMeanwhile);
    },
  );
