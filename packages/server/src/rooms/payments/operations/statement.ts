import { toMinor } from "@customhouse/clearance";
import { z } from "@hono/zod-openapi";
import { Decimal } from "decimal.js";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { readStatement, type StatementEntry } from "../read-statement.ts";
import type { PaymentsRoom } from "../room.ts";
import { settlePayment } from "../settle-payment.ts";

const line = z.object({ entry: z.string(), payment: z.string().optional(), outcome: z.string() });

/** Numbers of payments, wherever the payer wrote them. */
const PAYMENT_NUMBER = /PAY\d{2}[A-Z]{2}[0-9A-Z]{12}/;

export const statement = (room: PaymentsRoom) =>
  operation(
    {
      id: "payment.statement",
      method: "post",
      path: "/v1/bank-statements",
      summary: "Reconcile a bank statement (ISO 20022 camt.053) with the payments that are awaited",
      tag: "Payments",
      action: "reconcilePayments",
      bulkhead: "analytics",
      bodyKind: "message",
      maxBytes: ({ limits }) => limits.documentBytes,
      answers: {
        200: {
          description: "Each credit, and what it paid",
          schema: z.object({ items: z.array(line) }),
        },
      },
    },
    async (call) => {
      const { country } = call.platform;
      const read = readStatement(new TextDecoder().decode(call.bytes));
      if (!read.ok) return problem(errors.statementRefused, { message: read.message });
      const items: z.infer<typeof line>[] = [];
      for (const entry of read.entries) {
        const payment = paymentOf(entry);
        if (payment === undefined) {
          items.push({ entry: entry.id, outcome: "no payment named" });
          continue;
        }
        const settled = await settlePayment(room.mainPath, {
          id: entry.id,
          payment,
          outcome: "paid",
          amountMinor: toMinor(new Decimal(entry.amount), country.currencyDecimals),
          currency: entry.currency,
          currencyDecimals: country.currencyDecimals,
          source: "statement",
        });
        const outcome = typeof settled === "string" ? settled : "refused";
        items.push({ entry: entry.id, payment, outcome });
      }
      return ok({ items });
    },
  );

function paymentOf({ references }: StatementEntry): string | undefined {
  return references.map((text) => PAYMENT_NUMBER.exec(text)?.[0]).find((one) => one !== undefined);
}
