import { paymentCallback, paymentEvent } from "@customhouse/api/payments/operations";
import { Webhook } from "standardwebhooks";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { parseJsonBody } from "../../../platform/http/json-body.ts";
import { ok, problem, refused } from "../../../platform/http/reply.ts";
import { paymentErrors } from "../errors.ts";
import type { PaymentsRoom } from "../room.ts";
import { settlePayment } from "../settle-payment.ts";

/**
 * What the payment provider tells, signed as Standard Webhooks say (old or forged ones are refused). Told twice, or out
 * of order, changes nothing: the answer says so, so that the provider stops.
 */
export const callback = (room: PaymentsRoom) =>
  operation(paymentCallback, { bulkhead: "formal" }, async (call) => {
    const { country } = call.platform;
    const text = new TextDecoder().decode(call.bytes);
    const id = call.headers.get("webhook-id") ?? "";
    try {
      new Webhook(room.providerSecret).verify(text, Object.fromEntries(call.headers));
    } catch {
      return problem(paymentErrors.badSignature);
    }
    const json = parseJsonBody(call.bytes);
    const read = paymentEvent.safeParse(json.ok ? json.value : undefined);
    if (!read.success) return problem(errors.malformedRequest);
    const { type, payment, amountMinor, currency } = read.data;
    const outcome = type === "payment.succeeded" ? "paid" : "failed";
    const settled = await settlePayment(room.formalities, {
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
  });
