/** A line of duty or tax, and the steps by which it was worked out. Exact decimals as text. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { amount } from "./basic.ts";

export const dutyLine = z
  .object({
    item: z.number(),
    taxType: z.string(),
    regime: z.string().optional(),
    base: amount
      .optional()
      .openapi({ description: "Absent where the rate is not a plain percentage" }),
    ratePercent: amount.optional(),
    deducted: amount.optional().openapi({ description: "What a relief takes away" }),
    amount: amount.openapi({ description: "What is due" }),
    payable: amount.openapi({ description: "What is to be paid with this declaration" }),
    method: z.string().optional(),
    relief: z.string().optional(),
    secures: z
      .string()
      .optional()
      .openapi({ description: "The tax that this line is a security for" }),
    measure: z.string().optional().openapi({ description: "Identifier of the tariff measure" }),
    legalReference: z.string(),
  })
  .openapi("DutyLine");

export const dutyStep = z
  .discriminatedUnion("step", [
    z.object({ step: z.literal("percent"), percent: amount, of: amount, gives: amount }),
    z.object({
      step: z.literal("specific"),
      amount,
      currency: z.string(),
      per: amount,
      unit: z.string(),
      quantity: amount,
      exchangeRate: amount.optional(),
      gives: amount,
    }),
    z.object({ step: z.literal("fee"), gives: amount }),
    z.object({ step: z.enum(["sum", "least", "greatest"]), of: z.array(amount), gives: amount }),
  ])
  .openapi("DutyStep");

export type DutyLine = Shape<typeof dutyLine>;

export const EXAMPLE_DUTY: DutyLine = {
  item: 1,
  taxType: "A00",
  base: "1200.00",
  ratePercent: "5",
  amount: "60.00",
  payable: "60.00",
  measure: "m-0201",
  legalReference: "Customs Act, section 12",
};
