/** The debt: assessed, reserved, paid, returned; quotas and appeals. */
import { z } from "@hono/zod-openapi";
import { amount, day, instant } from "../../shapes/basic.ts";
import { dutyLine } from "../../shapes/duty.ts";
import { lane } from "../../shapes/status.ts";
import { entry, reservations } from "./entry.ts";

const text = z.string();

const claims = z.array(
  z.object({
    item: z.number(),
    account: text,
    unit: text,
    amountMinor: amount,
    grantedMinor: amount.optional(),
  }),
);

export const debtEvents = [
  entry(
    "DebtAssessed",
    z.object({
      kind: z.enum(["provisional", "final"]),
      lines: z.array(dutyLine),
      total: amount,
      currency: text,
    }),
  ),
  entry("DebtReserved", z.object({ reservations })),
  entry("ReservationFailed", z.object({ account: text, amount, remindAt: instant })),
  entry(
    "PaymentRequested",
    z.object({ amount, remindAt: instant, reservations: reservations.optional() }),
  ),
  entry("PaymentReminded", z.object({ amount, remindAt: instant })),
  entry("PaymentReceived", z.object({ reference: text, amountMinor: amount })),
  entry("DebtReturned", z.object({ reservations })),
  entry("QuotaClaimed", z.object({ day, claims, critical: z.array(text).optional() })),
  entry("QuotaAllocated", z.object({ claims })),
  entry("QuotaUsed", z.object({ reservations })),
  entry(
    "AppealCarriedOut",
    z.object({
      appeal: text,
      label: text.optional(),
      lane: lane.optional(),
      quotas: reservations,
    }),
  ),
] as const;
