import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { mrnParams } from "../../../platform/http/schemas.ts";
import type { StoredEvent } from "../contract.ts";
import type { DeclarationsRoom } from "../room.ts";
import { MAX_EVENTS } from "./timeline.ts";

const versionSchema = z.object({
  version: z.number(),
  at: z.string(),
  digest: z.string(),
  changes: z.array(z.object({ pointer: z.string(), reason: z.string() })),
});

export const versions = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.versions",
      method: "get",
      path: "/v1/declarations/{mrn}/versions",
      summary: "The versions of a declaration and what changed",
      tag: "Declarations",
      action: "viewDocument",
      bulkhead: "status",
      params: mrnParams,
      answers: {
        200: { description: "Oldest first", schema: z.object({ items: z.array(versionSchema) }) },
      },
    },
    async (call) => {
      const events = await room.store.events(call.file.case.caseId, MAX_EVENTS);
      return ok({ items: events.flatMap(versionOf) });
    },
  );

const registered = z.object({ documentDigest: z.string() });
const amended = versionSchema.pick({ version: true, changes: true }).and(registered);

function versionOf(event: StoredEvent): z.infer<typeof versionSchema>[] {
  if (event.type === "DeclarationRegistered") {
    const body = registered.safeParse(event.body);
    const digest = body.data?.documentDigest ?? "";
    return [{ version: 1, at: event.legalAt, digest, changes: [] }];
  }
  const body = event.type === "DeclarationAmended" ? amended.safeParse(event.body) : undefined;
  if (!body?.data) {
    return [];
  }
  const { version, documentDigest, changes } = body.data;
  return [{ version, at: event.legalAt, digest: documentDigest, changes }];
}
