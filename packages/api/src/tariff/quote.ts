/** The duties and taxes on goods at the border. Amounts are exact decimals as text. */
import { z } from "@hono/zod-openapi";
import { contract, json, jsonBody } from "../operation.ts";
import type { Given, Shape } from "../shape.ts";
import { amount, day, EXAMPLE } from "../shapes/basic.ts";
import { dutyLine, dutyStep, EXAMPLE_DUTY } from "../shapes/duty.ts";

const decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, "is not a decimal");
const code = z.string().regex(/^[\w-]{1,20}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const MAX_GOODS = 200;
const MAX_CODES = 20;

const goods = z.strictObject({
  commodity: z.string().regex(/^\d{4,12}$/),
  origin: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  price: decimal,
  currency: currency.optional(),
  regime: code.optional(),
  procedure: code.optional(),
  additionalCodes: z.array(code).max(MAX_CODES).optional(),
  documents: z.array(code).max(MAX_CODES).optional(),
  quotaOrderNumber: code.optional(),
  netWeightKg: decimal.optional(),
  grossWeightKg: decimal.optional(),
  quantity: z.strictObject({ amount: decimal, unit: code }).optional(),
});

const request = z.strictObject({
  goods: z.array(goods).min(1).max(MAX_GOODS),
  deliveryTerms: code.optional(),
  costs: z
    .array(z.strictObject({ code, amount: decimal, currency: currency.optional() }))
    .max(MAX_CODES)
    .optional(),
  on: z.iso.date().optional().openapi({ description: "Day of acceptance; today unless named" }),
  knownOn: z.iso.date().optional().openapi({ description: "With what was known on that day" }),
});

const line = dutyLine.extend({ steps: z.array(dutyStep) }).openapi("QuoteLine");

const quote = z
  .object({
    on: day,
    knownOn: day,
    currency: z.string(),
    items: z.array(
      z.object({
        item: z.number(),
        customsValue: amount.optional().openapi({ description: "Absent when it cannot be known" }),
        lines: z.array(line),
      }),
    ),
    payable: amount,
    landedCost: amount.optional().openapi({ description: "Absent when a value cannot be known" }),
    checks: z.array(z.object({ item: z.number(), agency: z.string(), check: z.string() })),
    findings: z.array(
      z.object({
        item: z.number(),
        code: z.enum([
          "value-unknown",
          "no-measure",
          "quantity-unknown",
          "exchange-rate-unknown",
          "document-would-help",
        ]),
        detail: z.string(),
      }),
    ),
  })
  .openapi("Quote");

export type QuoteGoods = Given<typeof goods>;
export type QuoteRequest = Given<typeof request>;
export type QuoteLine = Shape<typeof line>;
export type Quote = Shape<typeof quote>;

export const tariffQuote = contract({
  id: "tariff.quote",
  method: "post",
  path: "/v1/quotes",
  summary: "Duties, taxes and landed cost of goods, before anything is lodged",
  tag: "Tariff",
  signIn: "none",
  body: jsonBody(request, { goods: [{ commodity: "02013000", origin: "BR", price: "1200.00" }] }),
  errors: [],
  answers: {
    200: json("Every line with base, rate, amount, law and steps", quote, {
      on: EXAMPLE.day,
      knownOn: EXAMPLE.day,
      currency: "USD",
      items: [
        {
          item: 1,
          customsValue: "1200.00",
          lines: [
            {
              ...EXAMPLE_DUTY,
              steps: [{ step: "percent", percent: "5", of: "1200.00", gives: "60.00" }],
            },
          ],
        },
      ],
      payable: "60.00",
      landedCost: "1260.00",
      checks: [{ item: 1, agency: "VET", check: "H" }],
      findings: [],
    }),
  },
});
