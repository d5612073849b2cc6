/** Reading that needs a stated purpose, and is itself recorded. */
import { errors } from "../errors.ts";
import type { Call } from "../http/operation.ts";
import { type ProblemReply, problem, type Reply } from "../http/reply.ts";
import type { Action } from "./actions.ts";
import { recordRead } from "./audit.ts";

/** Matches with a watch list are read for a stated purpose alone. */
export async function withPurpose<R extends Reply>(
  call: Call,
  action: Action,
  answer: () => Promise<R>,
): Promise<R | ProblemReply> {
  if (call.purpose === undefined) return problem(errors.purposeNeeded);
  await recordRead(call, call.principal, action);
  return answer();
}
