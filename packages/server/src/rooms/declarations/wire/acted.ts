/** The answer to an act on a case. */

import type { Acted } from "@customhouse/api/shapes/status";
import type { Command } from "@customhouse/clearance";
import { actorOf } from "../../../platform/access/principal.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import type { CaseCall } from "../../../platform/http/operation.ts";
import { type JsonReply, ok, type ProblemReply, refused } from "../../../platform/http/reply.ts";
import type { Declarations } from "../contract.ts";
import { statusView } from "./status-view.ts";

type AnyCaseCall = CaseCall<unknown, unknown, unknown>;

/** Carries out the command as the signed-in person and says where the case stands then. */
export async function act(
  declarations: Pick<Declarations, "act">,
  call: AnyCaseCall,
  command: Command,
): Promise<JsonReply<200, Acted> | ProblemReply> {
  const key = idempotencyKey(call.headers);
  if (!key.ok) {
    return key.reply;
  }
  const { caseId } = call.file.case;
  const actor = actorOf(call.principal);
  const result = await declarations.act(actor, caseId, command, {
    idempotencyKey: key.value,
  });
  if (result.status === "refused") {
    return refused(result);
  }
  const now = call.platform.clock();
  return ok({ status: statusView(result.case, call.labels, now), promise: result.promise() });
}
