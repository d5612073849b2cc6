/** Shared parts of the operations on screening. */

import type { ScreeningHit } from "@customhouse/api/screening/shapes";
import { legalDay } from "@customhouse/model";
import { SCREENING_ERRORS, ScreeningError } from "@customhouse/screening";
import { actOnHit, type HitAct } from "@customhouse/screening/hits";
import { withPurpose } from "../../platform/access/with-purpose.ts";
import { errors } from "../../platform/errors.ts";
import type { Call } from "../../platform/http/operation.ts";
import { type JsonReply, ok, type ProblemReply, problem } from "../../platform/http/reply.ts";
import type { ScreeningRecords } from "./screening-records.ts";

const STATUS: Readonly<Partial<Record<string, number>>> = { CH4410: 409, CH4411: 403, CH4413: 410 };

/** A refusal of the core in the shape of every other error. */
export function screeningRefused({ code, message, whatToDo }: ScreeningError): ProblemReply {
  const { title } = SCREENING_ERRORS[code];
  return { kind: "problem", status: STATUS[code] ?? 422, code, title, message, whatToDo };
}

type Decision =
  | Pick<Extract<HitAct, { type: "review" }>, "type" | "verdict">
  | { readonly type: "confirm" | "send-back" };

/** One act of the person who is signed in. */
export async function decideOnHit(
  screening: ScreeningRecords,
  call: Call<{ readonly hitId: string }, unknown, { readonly reason: string }>,
  decision: Decision,
): Promise<JsonReply<200, ScreeningHit> | ProblemReply> {
  return withPurpose(
    call,
    "decideScreening",
    async (): Promise<JsonReply<200, ScreeningHit> | ProblemReply> => {
      const { clock, country } = call.platform;
      const { hitId } = call.params;
      const at = clock().toISOString();
      const day = legalDay(at, country);
      const act: HitAct = {
        ...decision,
        officer: call.principal.subject,
        at,
        reason: call.body.reason,
      };
      try {
        await screening.changeHit(hitId, at, (hit) => actOnHit(hit, act, day));
      } catch (error) {
        if (error instanceof ScreeningError) return screeningRefused(error);
        throw error;
      }
      const found = await screening.hit(hitId);
      if (found === undefined) return problem(errors.notFound);
      const { hit, ...rest } = found;
      return ok({ ...hit, ...rest });
    },
  );
}
