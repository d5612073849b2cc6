/** Officers' reads are themselves on record. A trader reading its own case is not surveillance, so that is not. */
import type { Action } from "../../access/actions.ts";
import type { Principal } from "../../access/principal.ts";
import type { RawCall } from "../../http/operation.ts";

export async function recordRead(
  call: Pick<RawCall, "parts" | "purpose">,
  principal: Principal,
  action: Action,
  caseId?: string,
): Promise<void> {
  if (principal.role === "trader") {
    return;
  }
  const { subject: reader, role } = principal;
  const purpose = call.purpose ?? "none";
  await call.parts.records.auditRead({ reader, role, purpose, action, caseId });
}
