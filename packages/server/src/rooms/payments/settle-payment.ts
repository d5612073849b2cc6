/**
 * What a provider or a bank tells of a payment: taken once, however often and in whatever order it comes. A confirmed
 * payment is then applied to its declaration by the clock, so that a crash in between loses nothing.
 */
import { fromMinor } from "@customhouse/clearance";
import type { Formalities, FormalityResult } from "../formalities/contract.ts";

export interface BankNews {
  /** The bank's own name for this event: the same twice is the same event. */
  readonly id: string;
  /** Number of the payment. */
  readonly payment: string;
  readonly outcome: "paid" | "failed";
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly currencyDecimals: number;
  readonly source: "callback" | "statement";
}

/** Codes that mean that the payment has moved on already: nothing is left to do. */
const MOVED_ON: ReadonlySet<string> = new Set(["CH3202", "CH8105"]);

export async function settlePayment(
  formalities: Formalities,
  news: BankNews,
): Promise<"taken" | "known" | FormalityResult> {
  const { id, payment, outcome, amountMinor, currency, currencyDecimals, source } = news;
  const reference = { bankReference: id.replace(/[^\w/().:-]/g, "-").slice(0, 70), source };
  const result = await formalities.step({
    number: payment,
    step: outcome === "paid" ? "confirm" : "fail",
    by: { as: "system", subject: "bank" },
    facts:
      outcome === "paid"
        ? {
            ...reference,
            paidAmount: fromMinor(amountMinor, currencyDecimals),
            paidCurrency: currency,
          }
        : reference,
    idempotencyKey: `${source}/${id}`,
  });
  if (result.status === "done") return "taken";
  return MOVED_ON.has(result.code) ? "known" : result;
}
