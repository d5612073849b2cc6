/** Notifications of the party that is signed in. */
import { z } from "@hono/zod-openapi";
import { contract, json, XML } from "../operation.ts";
import { pageOf, pageQuery } from "../shapes/basic.ts";
import { EXAMPLE_NOTIFICATION, notification } from "../shapes/notification.ts";

const head = { method: "get", tag: "Notifications" } as const;

export const notificationList = contract({
  ...head,
  id: "notification.list",
  path: "/v1/notifications",
  summary: "Your notifications, in order and without gaps; any cursor can be read again",
  query: pageQuery,
  errors: [],
  answers: {
    200: json("Oldest first", pageOf(notification), {
      items: [EXAMPLE_NOTIFICATION],
      next: "bm90aWZpY2F0aW9uczo0MQ",
    }),
  },
});

export const notificationRead = contract({
  ...head,
  id: "notification.read",
  path: "/v1/notifications/{id}",
  summary: "One notification, as JSON or as a WCO Response in XML",
  params: z.object({ id: z.string().max(60) }),
  headers: ["Purpose", "Accept"],
  errors: [406, 410],
  answers: { 200: json("The notification", notification, EXAMPLE_NOTIFICATION, XML) },
});
