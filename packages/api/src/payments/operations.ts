/** Payments: recorded by a person, told by a provider, read from a bank's statement. */
import { z } from "@hono/zod-openapi";
import { contract, json, jsonBody, type MessageBody } from "../operation.ts";
import type { Given, Shape } from "../shape.ts";
import { EXAMPLE, listOf } from "../shapes/basic.ts";
import { acted, EXAMPLE_ACTED } from "../shapes/status.ts";

const payment = z.strictObject({
  mrn: z.string().regex(/^[A-Za-z0-9]{1,35}$/),
  amountMinor: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .openapi({ description: "In minor units, as a string of digits" }),
  reference: z.string().trim().min(1).max(100),
});

export type Payment = Given<typeof payment>;

export const paymentMarkPaid = contract({
  id: "payment.markPaid",
  method: "post",
  path: "/v1/payments",
  summary: "Record that a debt was paid",
  tag: "Payments",
  headers: ["Idempotency-Key", "Purpose"],
  body: jsonBody(payment, { mrn: EXAMPLE.mrn, amountMinor: "6000", reference: "BANK-1" }),
  errors: [404, 409, 410, 422],
  answers: { 200: json("Recorded", acted, EXAMPLE_ACTED) },
});

/** Read once its signature is found to be good: before that nothing of it is believed. */
export const paymentEvent = z
  .strictObject({
    type: z.enum(["payment.succeeded", "payment.failed"]),
    payment: z.string().regex(/^[A-Z0-9]{3,40}$/),
    amountMinor: z.string().regex(/^\d{1,15}$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .openapi("PaymentEvent");

const taken = z.object({ outcome: z.enum(["taken", "known"]) });

/** Signed as Standard Webhooks say. Read by its bytes, since the signature is over them. */
const signedEvent: MessageBody = { kind: "message", mediaTypes: ["application/json"] };

export const paymentCallback = contract({
  id: "payment.callback",
  method: "post",
  path: "/v1/payments/callback",
  summary: "For the payment provider: a payment succeeded or failed",
  tag: "Payments",
  signIn: "none",
  headers: ["webhook-id", "webhook-timestamp", "webhook-signature"],
  body: signedEvent,
  errors: [401, 404, 409, 422],
  answers: { 200: json("Taken, or known already", taken, { outcome: "taken" }) },
});

const line = z
  .object({ entry: z.string(), payment: z.string().optional(), outcome: z.string() })
  .openapi("StatementLine");

export type StatementOutcome = Shape<typeof line>;

const camt053: MessageBody = { kind: "message", mediaTypes: ["application/xml"] };

export const paymentStatement = contract({
  id: "payment.statement",
  method: "post",
  path: "/v1/bank-statements",
  summary: "Reconcile a bank statement (ISO 20022 camt.053) with the payments that are awaited",
  tag: "Payments",
  body: camt053,
  errors: [422],
  answers: {
    200: json("Each credit, and what it paid", listOf(line), {
      items: [{ entry: "E-1", payment: "PAY26XA7K2M9Q4T1B8C", outcome: "taken" }],
    }),
  },
});
