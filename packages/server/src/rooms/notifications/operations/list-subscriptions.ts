import { subscriptionList } from "@customhouse/api/subscriptions/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { NotificationsRoom } from "../room.ts";

export const list = (room: NotificationsRoom) =>
  operation(
    subscriptionList,
    { action: "manageSubscriptions", bulkhead: "status" },
    async (call) => {
      const party = partyOf(call.principal);
      if (!party) return problem(errors.notAllowed);
      const found = await room.subscriptions.list(party);
      return ok({ items: found.map(({ party: _own, ...shown }) => shown) });
    },
  );
