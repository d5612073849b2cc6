/** The answers of the operations that erase personal data. */
import type { Erasure } from "@customhouse/api/shapes/erasure";
import {
  type JsonReply,
  ok,
  type ProblemReply,
  problem,
  refused,
  withStatus,
} from "../../../platform/http/reply.ts";
import type { ErasureAnswer } from "../erasure-requests.ts";

/** To who asked: it waits, or it was done already. */
export function askedReply(
  answer: ErasureAnswer,
): JsonReply<200, Erasure> | JsonReply<202, Erasure> | ProblemReply {
  return answer.kind === "asked" ? withStatus(202, answer.erasure) : doneReply(answer);
}

/** To who confirmed: it is done. */
export function doneReply(answer: ErasureAnswer): JsonReply<200, Erasure> | ProblemReply {
  switch (answer.kind) {
    case "asked":
    case "erased":
      return ok(answer.erasure);
    case "problem":
      return problem(answer.error, answer.message === undefined ? {} : { message: answer.message });
    case "refused":
      return refused(answer.refused);
  }
}
