import { declarationVersions } from "@customhouse/api/declarations/reading";
import { declarationVersion, type Version } from "@customhouse/api/declarations/shapes";
import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { StoredEvent } from "../contract.ts";
import type { DeclarationsRoom } from "../room.ts";
import { MAX_EVENTS } from "./timeline.ts";

export const versions = (room: DeclarationsRoom) =>
  caseOperation(
    declarationVersions,
    { action: "viewDocument", bulkhead: "status" },
    async (call) => {
      const events = await room.store.events(call.file.case.caseId, MAX_EVENTS);
      return ok({ items: events.flatMap(versionOf) });
    },
  );

const registered = z.object({ documentDigest: z.string() });
const amended = declarationVersion.pick({ version: true, changes: true }).and(registered);

function versionOf(event: StoredEvent): readonly Version[] {
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
