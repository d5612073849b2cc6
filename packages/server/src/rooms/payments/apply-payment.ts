/** A confirmed payment pays its declaration; where that does not fit, it waits to be refunded. */
import { toMinor } from "@customhouse/clearance";
import type { Formality } from "@customhouse/formalities";
import { Decimal } from "decimal.js";
import type { Actor } from "../../platform/access/principal.ts";
import { act } from "../declarations/decide/act.ts";
import type { MainPathParts } from "../declarations/parts.ts";

const BANK: Actor = { subject: "bank", role: "system" };

/** The step that the payment takes next. The same payment pays once, however often this is tried. */
export async function applyPayment(
  parts: MainPathParts,
  payment: Formality,
): Promise<"apply" | "mismatch"> {
  const { mrn, paidAmount, paidCurrency } = payment.facts;
  const { currency, currencyDecimals } = parts.country;
  if (typeof mrn !== "string" || typeof paidAmount !== "string" || paidCurrency !== currency)
    return "mismatch";
  const stored = await parts.store.loadByMrn(mrn);
  if (stored === undefined) return "mismatch";
  const amountMinor = toMinor(new Decimal(paidAmount), currencyDecimals);
  const result = await act(
    parts,
    BANK,
    stored.case.caseId,
    { type: "Pay", amountMinor, reference: payment.number },
    { idempotencyKey: payment.number },
  );
  if (result.status === "done") return "apply";
  // Somebody changed the case meanwhile, or the queue is full: the clock tries again.
  if (result.httpStatus === 409 || result.httpStatus === 429) throw new Error(result.message);
  return "mismatch";
}
