import { errors } from "../errors.ts";
import { type ProblemReply, problem } from "./reply.ts";

type Key =
  | { readonly ok: true; readonly value: string | undefined }
  | { readonly ok: false; readonly reply: ProblemReply };

const SHAPE = /^[\x21-\x7e]{1,255}$/;

/** The caller's promise that two requests with one key are the same request. */
export function idempotencyKey(headers: Headers): Key {
  const given = headers.get("idempotency-key");
  if (given === null) {
    return { ok: true, value: undefined };
  }
  return SHAPE.test(given)
    ? { ok: true, value: given }
    : { ok: false, reply: problem(errors.badIdempotencyKey) };
}
