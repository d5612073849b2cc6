import { z } from "@hono/zod-openapi";
import { Webhook } from "standardwebhooks";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { parseJsonBody } from "../../../platform/http/json-body.ts";
import { ok, problem, refused } from "../../../platform/http/reply.ts";
import type { PaymentsRoom } from "../room.ts";
import { settlePayment } from "../settle-payment.ts";

const event = z.strictObject({
  type: z.enum(["payment.succeeded", "payment.failed"]),
  payment: z.string().regex(/^[A-Z0-9]{3,40}$/),
  amountMinor: z.string().regex(/^\d{1,15}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/**
 * What the payment provider tells, signed as Standard Webhooks say (old or forged ones are refused). Told twice, or out
 * of order, changes nothing: the answer says so, so that the provider stops.
 */
export const callback = (room: PaymentsRoom) =>
  operation(
    {
      id: "payment.callback",
      method: "post",
      path: "/v1/payments/callback",
      summary: "For the payment provider: a payment succeeded or failed",
      tag: "Payments",
      action: "open",
      bulkhead: "formal",
      bodyKind: "message",
      answers: { 200: { description: "Taken, or known already" } },
    },
    async (call) => {
      const { country } = call.platform;
      const text = new TextDecoder().decode(call.bytes);
      const id = call.headers.get("webhook-id") ?? "";
      try {
        new Webhook(room.providerSecret).verify(text, Object.fromEntries(call.headers));
      } catch {
        return problem(errors.badSignature);
      }
      const json = parseJsonBody(call.bytes);
      const read = event.safeParse(json.ok ? json.value : undefined);
      if (!read.success) return problem(errors.malformedRequest);
      const { type, payment, amountMinor, currency } = read.data;
      const outcome = type === "payment.succeeded" ? "paid" : "failed";
      const settled = await settlePayment(room.mainPath, {
        id,
        payment,
        outcome,
        amountMinor: BigInt(amountMinor),
        currency,
        currencyDecimals: country.currencyDecimals,
        source: "callback",
      });
      if (settled === "taken" || settled === "known") return ok({ outcome: settled });
      return settled.status === "refused" ? refused(settled) : ok({ outcome: "taken" });
    },
  );
