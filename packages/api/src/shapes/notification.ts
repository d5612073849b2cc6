/** A notification: a WCO Response, numbered without gaps in its declaration and for its party. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "./basic.ts";
import { EXAMPLE_RESPONSE, wcoDocument } from "./wco.ts";

export const notification = z
  .object({
    id: z.string(),
    position: z
      .string()
      .optional()
      .openapi({ description: "Among those of its party; absent until the log has taken it in" }),
    caseId: z.uuid(),
    seq: z.number(),
    functionCode: z.string(),
    issuedAt: instant,
    body: wcoDocument.openapi({ description: "A WCO Response; empty once it is erased" }),
    erased: z
      .literal(true)
      .optional()
      .openapi({ description: "The content is gone with the personal data of its case" }),
  })
  .openapi("Notification");

/** The message to a subscriber's address. */
export const sentNotification = z
  .object({
    type: z.literal("notification"),
    timestamp: instant,
    data: z.object({
      position: z.string(),
      caseId: z.uuid(),
      seq: z.number(),
      party: z.string(),
      functionCode: z.string(),
      issuedAt: instant,
      body: wcoDocument,
    }),
  })
  .openapi("SentNotification");

export type Notification = Shape<typeof notification>;

export const EXAMPLE_NOTIFICATION: Notification = {
  id: `${EXAMPLE.caseId}.1`,
  position: "41",
  caseId: EXAMPLE.caseId,
  seq: 1,
  functionCode: "01",
  issuedAt: EXAMPLE.at,
  body: EXAMPLE_RESPONSE,
};

export const EXAMPLE_SENT: Shape<typeof sentNotification> = {
  type: "notification",
  timestamp: EXAMPLE.at,
  data: {
    position: "41",
    caseId: EXAMPLE.caseId,
    seq: 1,
    party: EXAMPLE.tin,
    functionCode: "01",
    issuedAt: EXAMPLE.at,
    body: EXAMPLE_RESPONSE,
  },
};
