import { declarationTimeline } from "@customhouse/api/declarations/reading";
import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";
import { withText } from "../wire/dialogue.ts";
import { viewEventBody } from "../wire/event-view.ts";

/** More events than any case has had: an amendment makes about ten. */
export const MAX_EVENTS = 5_000;

export const timeline = (room: DeclarationsRoom) =>
  caseOperation(
    declarationTimeline,
    { action: "viewTimeline", bulkhead: "status" },
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
        shown.map(async (one, index) => {
          const body = await withText(room.store, caseId, one.body);
          // Events are stored as JSON: the type of one says what is in its body.
          return { seq: index + 1, ...one, body } as TimelineEntry;
        }),
      );
      return ok({ items });
    },
  );
