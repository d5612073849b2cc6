import { formalityBegin } from "@customhouse/api/formalities/operations";
import { legalDay } from "@customhouse/model";
import { actorIn, mayActFor } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import { created, problem, refused } from "../../../platform/http/reply.ts";
import { formalityView } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";

export const begin = (room: FormalitiesRoom) =>
  operation(formalityBegin, { action: "fileFormality", bulkhead: "formal" }, async (call) => {
    const { country, clock } = call.platform;
    const { principal, body: asked } = call;
    const key = idempotencyKey(call.headers);
    if (!key.ok) return key.reply;
    const as = actorIn(principal.role);
    if (as === undefined) return problem(errors.notAllowed);
    const holder = asked.holder ?? principal.tin;
    const day = legalDay(clock(), country);
    if (
      as === "holder" &&
      holder !== undefined &&
      !mayActFor(principal, holder, country.register, day)
    ) {
      return problem(errors.notYours);
    }
    const kind = country.formalities.find((entry) => entry.kind === asked.kind);
    const first = kind?.steps.find((step) => step.from === undefined && step.by.includes(as));
    const result = await room.formalities.step({
      kind: asked.kind,
      step: asked.step ?? first?.step ?? "begin",
      by: { as, subject: principal.subject },
      ...(holder === undefined ? {} : { holder }),
      ...(principal.tin === undefined ? {} : { takenBy: principal.tin }),
      facts: asked.facts,
      ...(asked.words === undefined ? {} : { words: asked.words }),
      ...(key.value === undefined ? {} : { idempotencyKey: key.value }),
    });
    if (result.status === "refused") return refused(result);
    const { formality } = result;
    if (kind === undefined) return problem(errors.notFound);
    const reader = { role: principal.role, relation: "own" } as const;
    const view = formalityView(formality, kind, reader, day);
    return created({ ...view, promise: result.promise() }, `/v1/formalities/${formality.number}`);
  });
