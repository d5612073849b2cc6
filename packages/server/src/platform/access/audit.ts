/** Officers' reads are themselves on record. A trader reading its own case is not surveillance, so that is not. */

import type { RawCall } from "../http/operation.ts";
import type { Action } from "./actions.ts";
import type { Principal } from "./principal.ts";

export async function recordRead(
  call: Pick<RawCall, "platform" | "purpose">,
  principal: Principal,
  action: Action,
  caseId?: string,
): Promise<void> {
  if (principal.role === "trader") {
    return;
  }
  const { subject: reader, role } = principal;
  const purpose = call.purpose ?? "none";
  await call.platform.reads.record({ reader, role, purpose, action, caseId });
}
