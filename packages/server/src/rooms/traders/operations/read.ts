import { traderRead } from "@customhouse/api/traders/operations";
import { hasRole } from "@customhouse/formalities";
import { legalDay } from "@customhouse/model";
import { recordRead } from "../../../platform/access/audit.ts";
import { actorIn, relationToFormality } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { problem } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";
import { currentMessage, messageReply } from "../wire.ts";

export const read = (room: TradersRoom) =>
  operation(traderRead, { action: "viewFormality", bulkhead: "status" }, async (call) => {
    const { country, access, clock } = call.platform;
    const formality = await room.formalities.byNumber(call.params.tin);
    const kind = country.formalities.find((entry) => entry.kind === formality?.kind);
    if (formality === undefined || kind === undefined || !hasRole(kind, "traderRegistration"))
      return problem(errors.notFound);
    const { principal } = call;
    const day = legalDay(clock(), country);
    const relation = relationToFormality(principal, formality, kind, country.register, day);
    // Who only oversees the system does not read what people wrote of themselves.
    const allowed = access.allows(principal.role, "viewFormality", relation);
    if (!allowed || actorIn(principal.role) === undefined) return problem(errors.notFound);
    await recordRead(call, principal, "viewFormality", formality.caseId);
    return messageReply(call, await currentMessage(room.formalities, formality));
  });
