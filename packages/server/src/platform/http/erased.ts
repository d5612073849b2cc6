/** The answer to a request for personal data that were erased. */

import type { Case } from "@customhouse/clearance";
import { type InTimeZone, legalDay } from "@customhouse/model";
import { errors } from "../errors.ts";
import { type ProblemReply, problem } from "./reply.ts";

export function erased({ erased: done }: Pick<Case, "erased">, country: InTimeZone): ProblemReply {
  const day = done && legalDay(done.at, country);
  const message = `The personal data of this case were erased on ${day ?? "a day before"}.`;
  return problem(errors.caseErased, { message });
}

/** The content of a notification whose case was erased. */
export interface ErasedBody {
  readonly erased: true;
}

export function isErasedBody(body: unknown): body is ErasedBody {
  return typeof body === "object" && body !== null && "erased" in body && body.erased === true;
}
