import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";

const uploadSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  state: z.string(),
  createdAt: z.string(),
});

export const listDocuments = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.listDocuments",
      method: "get",
      path: "/v1/declarations/{mrn}/documents",
      summary: "The supporting documents of a declaration",
      tag: "Declarations",
      action: "viewUploads",
      bulkhead: "status",
      params: mrnParams,
      answers: {
        200: {
          description: "Oldest first; `erased` says since when there are none any more",
          schema: z.object({ items: z.array(uploadSchema), erased: z.string().optional() }),
        },
      },
    },
    async ({ file: { case: found } }) =>
      ok({
        items: await room.store.uploads(found.caseId),
        ...(found.erased === undefined ? {} : { erased: found.erased.at }),
      }),
  );
