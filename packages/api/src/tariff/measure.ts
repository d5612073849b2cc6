/** A measure of the tariff, as it is imported and read. */
import type { Measure, Rate } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { amount, day } from "../shapes/basic.ts";
import { condition } from "../shapes/condition.ts";

const text = z.string();
const texts = z.array(text);

const rate: z.ZodType<Rate, Rate> = z
  .lazy(() =>
    z.union([
      z.strictObject({ percent: amount }),
      z.strictObject({ amount, currency: text.optional(), per: amount, unit: text }),
      z.strictObject({ fee: amount }),
      z.strictObject({ sum: z.array(rate) }),
      z.strictObject({ least: z.array(rate) }),
      z.strictObject({ greatest: z.array(rate) }),
    ]),
  )
  .openapi("Rate");

export const measure: z.ZodType<Measure, Measure> = z
  .object({
    id: text,
    commodity: text,
    taxType: text,
    rate,
    validFrom: day,
    validTo: day.optional(),
    knownFrom: day.optional(),
    knownTo: day.optional(),
    schedule: text.optional(),
    family: text.optional(),
    origins: texts.optional(),
    notOrigins: texts.optional(),
    regime: text.optional(),
    quotaOrderNumber: text.optional(),
    additionalCodes: texts.optional(),
    documents: texts.optional(),
    when: condition.optional(),
    season: z.object({ from: text, to: text }).optional(),
    legalReference: text,
  })
  .openapi("Measure");
