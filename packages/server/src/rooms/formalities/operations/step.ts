import { formalityStep } from "@customhouse/api/formalities/operations";
import { legalDay } from "@customhouse/model";
import { actorIn } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import { languageOf } from "../../../platform/http/language.ts";
import { ok, problem, refused } from "../../../platform/http/reply.ts";
import { findFormality, formalityView } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";

export const step = (room: FormalitiesRoom) =>
  operation(formalityStep, { action: "stepFormality", bulkhead: "formal" }, async (call) => {
    const key = idempotencyKey(call.headers);
    if (!key.ok) return key.reply;
    const { number } = call.params;
    const found = await findFormality(room.formalities, call, number, "stepFormality");
    if (!found.ok) return found.reply;
    const as = actorIn(call.principal.role);
    if (as === undefined) return problem(errors.notAllowed);
    const { clock, country } = call.platform;
    const { party } = found;
    const { tin } = call.principal;
    const language = languageOf(call.headers);
    const result = await room.formalities.step({
      number,
      step: call.body.step,
      by: { as, subject: call.principal.subject },
      facts: call.body.facts,
      ...(party === undefined ? {} : { filer: party }),
      ...(tin === undefined ? {} : { takenBy: tin }),
      ...(language === undefined ? {} : { language }),
      ...(call.body.words === undefined ? {} : { words: call.body.words }),
      ...(key.value === undefined ? {} : { idempotencyKey: key.value }),
    });
    if (result.status === "refused") return refused(result);
    const view = formalityView(
      result.formality,
      found.kind,
      found.reader,
      legalDay(clock(), country),
    );
    return ok({ ...view, promise: result.promise() });
  });
