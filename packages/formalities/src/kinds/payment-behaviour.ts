/** A confirmed payment pays its declaration; where that does not fit, it waits to be refunded. */
import type { Country } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { ClockStep } from "../behaviour/behaviour.ts";
import {
  type Acting,
  command,
  isToBeTriedAgain,
  type RefusedOutcome,
} from "../behaviour/effects.ts";
import type { Formality } from "../machine/state.ts";

const MISMATCH: ClockStep = { kind: "step", step: "mismatch" };

/** The same payment pays once, however often this is tried. */
export function* apply(
  { number, facts }: Formality,
  { currency, currencyDecimals }: Country,
): Acting<ClockStep | RefusedOutcome> {
  const { mrn, paidAmount, paidCurrency } = facts;
  if (typeof mrn !== "string" || typeof paidAmount !== "string" || paidCurrency !== currency)
    return MISMATCH;
  const amountMinor = minorOf(paidAmount, currencyDecimals);
  const outcome = yield* command({
    mrn,
    command: { type: "Pay", amountMinor, reference: number },
    subject: "bank",
    key: number,
  });
  if (outcome?.status === "done") return { kind: "step", step: "apply" };
  // Somebody changed the case meanwhile, or the queue is full: the clock tries again.
  return outcome !== undefined && isToBeTriedAgain(outcome) ? outcome : MISMATCH;
}

function minorOf(amount: string, decimals: number): bigint {
  return BigInt(new Decimal(amount).times(new Decimal(10).pow(decimals)).toFixed(0));
}
