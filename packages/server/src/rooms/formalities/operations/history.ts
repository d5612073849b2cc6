import { formalityHistory } from "@customhouse/api/formalities/operations";
import { type FormalityEvent, formalityAsOf } from "@customhouse/formalities";
import { legalDay } from "@customhouse/model";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { withText } from "../../declarations/contract.ts";
import { findFormality, formalityView, shownFacts } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";

const MAX_EVENTS = 5_000;
export const history = (room: FormalitiesRoom) =>
  operation(formalityHistory, { action: "viewFormality", bulkhead: "status" }, async (call) => {
    const found = await findFormality(room.formalities, call, call.params.number, "viewFormality");
    if (!found.ok) return found.reply;
    const { clock, country } = call.platform;
    const { formality, kind, reader } = found;
    const stored = await room.history.events(formality.caseId, MAX_EVENTS);
    const { on, knownOn } = call.query;
    if (on !== undefined || knownOn !== undefined) {
      const known = stored.map(({ body, legalAt, recordedAt }) => ({
        event: { type: "FormalityStepTaken", v: 1, at: legalAt, body } as FormalityEvent,
        knownAt: recordedAt,
      }));
      const today = legalDay(clock(), country);
      const then = formalityAsOf(known, kind, formality.caseId, {
        country,
        day: on ?? today,
        knownOn: knownOn ?? today,
      });
      return then === undefined
        ? problem(errors.notFound, {
            message: "It had not begun, or was not known, on that day.",
          })
        : ok(formalityView(then, kind, reader, on ?? today));
    }
    const items = await Promise.all(
      stored.map(async ({ body, legalAt, recordedAt }, index) => {
        const { step, state, by, wordsDigest, ...told } = body as FormalityEvent["body"];
        const facts = shownFacts(told.facts, kind, reader);
        // What was asked and answered is about parts of others, too.
        const textDigest = reader.relation === "part" ? undefined : wordsDigest;
        const spoken = await withText(room.history, formality.caseId, { textDigest });
        const words = typeof spoken.text === "string" ? { words: spoken.text } : {};
        return {
          seq: index + 1,
          at: legalAt,
          recordedAt,
          step,
          state,
          by: by.as,
          facts,
          ...words,
        };
      }),
    );
    return ok({ items });
  });
