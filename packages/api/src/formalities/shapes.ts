/** A formality as its reader sees it. */
import type { Fact } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "../shapes/basic.ts";
import { jsonValue } from "../shapes/json.ts";
import { EXAMPLE_PROMISE, signedPromise } from "../shapes/promise.ts";
import { localised } from "../shapes/words.ts";

const MAX_FACTS = 60;

const givenFact = z.union([
  z.string().max(2_000),
  z.array(z.string().max(100)).max(200),
  z.record(z.string().max(100), jsonValue),
]) as unknown as z.ZodType<Fact, Fact>;

/** As whoever takes a step gives them; the kind says which there are. */
export const givenFacts = z
  .record(z.string().regex(/^\w{1,60}$/), givenFact)
  .refine((given) => Object.keys(given).length <= MAX_FACTS, "has too many fields")
  .default({});
export const givenWords = z.string().trim().min(1).max(4_000).optional();

/** A text, a list of texts, or a record: only what is in a record is in the form in which it was stated. */
const fact = z
  .union([z.string(), z.array(z.string()), z.record(z.string(), jsonValue)])
  .openapi("Fact") as unknown as z.ZodType<Fact, Fact>;

/** By the names of the kind's fields. */
export const facts = z.record(z.string(), fact);

export const formality = z
  .object({
    kind: z.string(),
    number: z.string(),
    state: z.string(),
    inForce: z.boolean(),
    holder: z.string(),
    agency: z.string().optional(),
    facts,
    code: z
      .string()
      .optional()
      .openapi({ description: "With the number it proves that one has seen the document" }),
    begun: instant,
    changed: instant,
    erased: z.string().optional().openapi({ description: "Its personal data are gone: why" }),
    next: z
      .array(z.object({ step: z.string(), title: localised, needs: z.array(z.string()) }))
      .openapi({ description: "Steps that you may take now" }),
  })
  .openapi("Formality");

export const formalityStepped = formality
  .extend({ promise: signedPromise })
  .openapi("FormalityStepped");

export const formalityEntry = z
  .object({
    seq: z.number(),
    at: instant,
    recordedAt: instant,
    step: z.string(),
    state: z.string(),
    by: z.enum(["holder", "agency", "customs", "administrator", "system"]),
    facts,
    words: z.string().optional(),
  })
  .openapi("FormalityEntry");

export type Formality = Shape<typeof formality>;
export type FormalityEntry = Shape<typeof formalityEntry>;

export const EXAMPLE_FORMALITY: Formality = {
  kind: "permit",
  number: "LPC26XA7K2M9Q4T1",
  state: "granted",
  inForce: true,
  holder: EXAMPLE.tin,
  agency: "VET",
  facts: { documentType: "C640", commodities: ["0201"], validTo: "2026-12-31" },
  code: "7K2M9Q4T",
  begun: EXAMPLE.at,
  changed: EXAMPLE.later,
  next: [{ step: "surrender", title: { en: "Give it back" }, needs: [] }],
};

export const EXAMPLE_STEPPED: Shape<typeof formalityStepped> = {
  ...EXAMPLE_FORMALITY,
  promise: EXAMPLE_PROMISE,
};
