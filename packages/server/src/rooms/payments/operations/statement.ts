import { paymentStatement, type StatementOutcome } from "@customhouse/api/payments/operations";
import { toMinor } from "@customhouse/clearance";
import { Decimal } from "decimal.js";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { paymentErrors } from "../errors.ts";
import { readStatement, type StatementEntry } from "../read-statement.ts";
import type { PaymentsRoom } from "../room.ts";
import { settlePayment } from "../settle-payment.ts";

/** Numbers of payments, wherever the payer wrote them. */
const PAYMENT_NUMBER = /PAY\d{2}[A-Z]{2}[0-9A-Z]{12}/;

export const statement = (room: PaymentsRoom) =>
  operation(
    paymentStatement,
    {
      action: "reconcilePayments",
      bulkhead: "analytics",
      maxBytes: ({ limits }) => limits.documentBytes,
    },
    async (call) => {
      const { country } = call.platform;
      const read = readStatement(new TextDecoder().decode(call.bytes));
      if (!read.ok) return problem(paymentErrors.statementRefused, { message: read.message });
      const items: StatementOutcome[] = [];
      for (const entry of read.entries) {
        const payment = paymentOf(entry);
        if (payment === undefined) {
          items.push({ entry: entry.id, outcome: "no payment named" });
          continue;
        }
        const settled = await settlePayment(room.formalities, {
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
