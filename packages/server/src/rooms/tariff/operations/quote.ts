import { declarationOfQuote, quote as quoteFor } from "@customhouse/clearance";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

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

const body = z.strictObject({
  goods: z.array(goods).min(1).max(MAX_GOODS),
  deliveryTerms: code.optional(),
  costs: z
    .array(z.strictObject({ code, amount: decimal, currency: currency.optional() }))
    .max(MAX_CODES)
    .optional(),
  /** Day of acceptance; today unless named. */
  on: z.iso.date().optional(),
  /** With what was known on that day. */
  knownOn: z.iso.date().optional(),
});

/** A checkout asks what goods will cost at the border: the same assessment as a declaration's, explained step by step. */
export const quote = operation(
  {
    id: "tariff.quote",
    method: "post",
    path: "/v1/quotes",
    summary: "Duties, taxes and landed cost of goods, before anything is lodged",
    tag: "Tariff",
    action: "open",
    bulkhead: "playground",
    bodyKind: "json",
    body,
    answers: { 200: { description: "Every line with base, rate, amount, law and steps" } },
  },
  async (call) => {
    const { on, knownOn, ...request } = call.body;
    const { country, clock } = call.platform;
    const day = on ?? clock().toISOString().slice(0, 10);
    const at = { on: day, knownOn: knownOn ?? day };
    return ok({ ...at, ...quoteFor(declarationOfQuote(request), country, at) });
  },
);
