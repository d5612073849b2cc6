import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { nothing, problem } from "../../../platform/http/reply.ts";
import { idParams } from "../../../platform/http/schemas.ts";
import type { NotificationsRoom } from "../room.ts";

export const remove = (room: NotificationsRoom) =>
  operation(
    {
      id: "subscription.remove",
      method: "delete",
      path: "/v1/subscriptions/{id}",
      summary: "Stop sending notifications to an address",
      tag: "Subscriptions",
      action: "manageSubscriptions",
      bulkhead: "status",
      params: idParams,
      answers: { 204: { description: "Removed" } },
    },
    async (call) => {
      const party = partyOf(call.principal);
      const removed = party && (await room.subscriptions.remove(party, call.params.id));
      return removed ? nothing : problem(errors.notFound);
    },
  );
