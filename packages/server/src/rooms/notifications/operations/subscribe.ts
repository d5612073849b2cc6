import { randomBytes } from "node:crypto";
import { subscriptionCreate } from "@customhouse/api/subscriptions/operations";
import { REGISTER_PARTY } from "@customhouse/formalities";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import type { Call } from "../../../platform/http/operation.ts";
import { created, problem } from "../../../platform/http/reply.ts";
import { isSafeCallback } from "../callback-address.ts";
import { notificationErrors } from "../errors.ts";
import type { NotificationsRoom } from "../room.ts";

const SECRET_BYTES = 24;

export const create = (room: NotificationsRoom) =>
  operation(
    subscriptionCreate,
    { action: "manageSubscriptions", bulkhead: "status" },
    async (call) => {
      const { config, clock, newId } = call.platform;
      const party = partyFor(call);
      if (!party) return problem(errors.notAllowed);
      if (!isSafeCallback(call.body.url, config.demo))
        return problem(notificationErrors.unsafeCallback);
      const existing = await room.subscriptions.list(party);
      if (existing.length >= config.limits.subscriptionsPerParty) {
        return problem(notificationErrors.tooManySubscriptions);
      }
      const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
      const { url } = call.body;
      const made = { id: newId(), party, url, active: true, createdAt: clock().toISOString() };
      await room.subscriptions.add(made, secret);
      const { party: _own, ...shown } = made;
      return created({ ...shown, secret }, `/v1/subscriptions/${made.id}`);
    },
  );

function partyFor({ body, principal, platform }: Call<unknown, unknown, { topic?: "register" }>) {
  if (body.topic === undefined) return partyOf(principal);
  return platform.access.mightAllow(principal.role, "readRegister") ? REGISTER_PARTY : undefined;
}
