/** Subscriptions: notifications sent to an address of the party's own. */
import { z } from "@hono/zod-openapi";
import { contract, empty, json, jsonBody } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, idParams, instant, listOf } from "../shapes/basic.ts";
import { EXAMPLE_SENT, sentNotification } from "../shapes/notification.ts";

const tag = "Subscriptions";

const subscription = z
  .object({ id: z.uuid(), url: z.url(), active: z.boolean(), createdAt: instant })
  .openapi("Subscription");

export type Subscription = Shape<typeof subscription>;

const EXAMPLE_SUBSCRIPTION: Subscription = {
  id: EXAMPLE.id,
  url: "https://broker.example.org/customs",
  active: true,
  createdAt: EXAMPLE.at,
};

export const subscriptionCreate = contract({
  id: "subscription.create",
  method: "post",
  path: "/v1/subscriptions",
  summary: "Have notifications sent to your own address (Standard Webhooks signatures)",
  tag,
  body: jsonBody(
    z.strictObject({
      url: z.url().max(2000),
      topic: z
        .literal("register")
        .optional()
        .openapi({ description: "Changes of the trader register, for who may read it" }),
    }),
    { url: EXAMPLE_SUBSCRIPTION.url },
  ),
  errors: [422],
  answers: {
    201: json(
      "Made. The secret is shown this once",
      subscription.extend({ secret: z.string() }).openapi("SubscriptionMade"),
      { ...EXAMPLE_SUBSCRIPTION, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
    ),
  },
  webhooks: [
    {
      name: "notification",
      summary: "A notification of the subscribed party, in order; sent again until it is taken",
      schema: sentNotification,
      example: EXAMPLE_SENT,
    },
  ],
});

export const subscriptionList = contract({
  id: "subscription.list",
  method: "get",
  path: "/v1/subscriptions",
  summary: "Where your notifications are sent",
  tag,
  errors: [],
  answers: { 200: json("All of them", listOf(subscription), { items: [EXAMPLE_SUBSCRIPTION] }) },
});

export const subscriptionRemove = contract({
  id: "subscription.remove",
  method: "delete",
  path: "/v1/subscriptions/{id}",
  summary: "Stop sending notifications to an address",
  tag,
  params: idParams,
  errors: [],
  answers: { 204: empty("Removed") },
});
