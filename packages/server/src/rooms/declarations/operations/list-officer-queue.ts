import { officerQueue } from "@customhouse/api/cases/reading";
import type { Country } from "@customhouse/model";
import { recordRead } from "../../../platform/access/audit.ts";
import { listScope } from "../../../platform/access/scope.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const queue = (room: DeclarationsRoom) =>
  operation(officerQueue, { action: "viewQueue", bulkhead: "status" }, async (call) => {
    const { access, country } = call.platform;
    const scope = listScope(access, call.principal, country.register);
    if (!scope) return problem(errors.notAllowed);
    await recordRead(call, call.principal, "viewQueue");
    // The order of the queue is made from the lane, so showing the lane here gives nothing away.
    const first = trustedTraders(country);
    return ok({ items: await room.queues.queue(scope, call.query.limit, first) });
  });

const MAX_FIRST = 5_000;

/** The traders whose goods are looked at first within a lane. */
function trustedTraders({ register, selectivity }: Country): readonly string[] {
  const codes = new Set((selectivity.trusted ?? []).flatMap((entry) => entry.authorisations));
  return register.traders
    .filter((trader) => trader.authorisations.some((code) => codes.has(code)))
    .slice(0, MAX_FIRST)
    .map((trader) => trader.tin);
}
