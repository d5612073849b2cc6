import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { withText } from "../wire/dialogue.ts";
import { viewEventBody } from "../wire/event-view.ts";

/** More events than any case has had: an amendment makes about ten. */
export const MAX_EVENTS = 5_000;

const entry = z.object({
  seq: z.number(),
  type: z.string(),
  at: z.string(),
  recordedAt: z.string(),
  body: z.record(z.string(), z.unknown()),
});

export const timeline = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.timeline",
      method: "get",
      path: "/v1/declarations/{mrn}/timeline",
      summary: "What has happened, as far as you may know it",
      tag: "Declarations",
      action: "viewTimeline",
      bulkhead: "status",
      params: mrnParams,
      answers: {
        200: { description: "Oldest first", schema: z.object({ items: z.array(entry) }) },
      },
    },
    async (call) => {
      const events = await room.store.events(call.file.case.caseId, MAX_EVENTS);
      const shown = events.flatMap((event) => {
        const body = viewEventBody(event.type, event.body, call.labels);
        const { type, legalAt, recordedAt } = event;
        return body ? [{ type, at: legalAt, recordedAt, body }] : [];
      });
      // Numbered as shown: a gap would tell that something is being kept back.
      const { caseId } = call.file.case;
      const items = await Promise.all(
        shown.map(async (one, index) => ({
          seq: index + 1,
          ...one,
          body: await withText(room.store, caseId, one.body),
        })),
      );
      return ok({ items });
    },
  );
