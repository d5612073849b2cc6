import { z } from "@hono/zod-openapi";
import { partyOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { NotificationsRoom } from "../room.ts";

export const subscriptionSchema = z
  .object({ id: z.uuid(), url: z.url(), active: z.boolean(), createdAt: z.string() })
  .openapi("Subscription");

export const list = (room: NotificationsRoom) =>
  operation(
    {
      id: "subscription.list",
      method: "get",
      path: "/v1/subscriptions",
      summary: "Where your notifications are sent",
      tag: "Subscriptions",
      action: "manageSubscriptions",
      bulkhead: "status",
      answers: {
        200: {
          description: "All of them",
          schema: z.object({ items: z.array(subscriptionSchema) }),
        },
      },
    },
    async (call) => {
      const party = partyOf(call.principal);
      if (!party) return problem(errors.notAllowed);
      const found = await room.subscriptions.list(party);
      return ok({ items: found.map(({ party: _own, ...shown }) => shown) });
    },
  );
