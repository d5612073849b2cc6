/** Reading that needs a stated purpose, and is itself recorded. */
import { errors } from "../errors.ts";
import type { Call } from "../http/operation.ts";
import { problem, type Reply } from "../http/reply.ts";
import type { Action } from "./actions.ts";
import { recordRead } from "./audit.ts";

/** Who is on a list, or like somebody who is, is read for a stated purpose alone. */
export async function withPurpose<P, Q, B>(
  call: Call<P, Q, B>,
  action: Action,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  if (call.purpose === undefined) return problem(errors.purposeNeeded);
  await recordRead(call, call.principal, action);
  return answer();
}
