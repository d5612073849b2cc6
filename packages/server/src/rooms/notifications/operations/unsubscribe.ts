import { subscriptionRemove } from "@customhouse/api/subscriptions/operations";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { nothing, problem } from "../../../platform/http/reply.ts";
import type { NotificationsRoom } from "../room.ts";

export const remove = (room: NotificationsRoom) =>
  operation(
    subscriptionRemove,
    { action: "manageSubscriptions", bulkhead: "status" },
    async (call) => {
      const party = partyOf(call.principal);
      const removed = party && (await room.subscriptions.remove(party, call.params.id));
      return removed ? nothing : problem(errors.notFound);
    },
  );
