/** A kind of formality as data: a form, a help page and a client follow from it. */
import type { FormalityKind } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { localised } from "../shapes/words.ts";

const text = z.string();
const texts = z.array(text);

const field = z.object({
  name: text,
  type: z.enum([
    "text",
    "code",
    "codes",
    "day",
    "decimal",
    "tin",
    "tins",
    "country",
    "commodities",
    "reference",
    "references",
    "flag",
    "record",
  ]),
  title: localised,
  required: z.boolean().optional(),
  oneOf: texts.optional(),
  personal: z.boolean().optional(),
  label: z.enum(["public", "party", "restricted", "enforcement"]).optional(),
  computed: z.boolean().optional(),
  secret: z.boolean().optional(),
});

const factTest = z.union([
  z.strictObject({ fact: text, in: texts }),
  z.strictObject({ fact: text, includesAll: texts }),
  z.strictObject({ fact: text, given: z.boolean() }),
]);

const computedFact = z.union([
  z.strictObject({
    fact: text,
    interest: z.object({
      on: z.enum(["late", "repayment"]),
      principal: text,
      since: text,
      explainedIn: text,
      waivedBy: text.optional(),
    }),
  }),
  z.strictObject({ fact: text, balance: z.object({ account: text, unit: text }) }),
]);

const move = z.object({
  account: text,
  unit: text,
  amount: text,
  counter: text,
  mayOwe: text.optional(),
});

const step = z.object({
  step: text,
  title: localised,
  from: texts.optional(),
  to: text.optional(),
  by: z.array(z.enum(["holder", "agency", "customs", "administrator", "system"])),
  withoutRegistration: z.literal(true).optional(),
  needs: texts.optional(),
  gives: texts.optional(),
  words: z.enum(["needed", "allowed"]).optional(),
  notWhoTook: texts.optional(),
  if: z.array(factTest).optional(),
  tells: z
    .object({
      functionCode: text,
      statusCode: text.optional(),
      alsoTo: texts.optional(),
      exceptAfter: texts.optional(),
    })
    .optional(),
  computes: z.array(computedFact).optional(),
  oneTimeCode: z.enum(["issue", "check"]).optional(),
  moves: z.array(move).optional(),
  sets: z.record(text, z.union([text, texts])).optional(),
});

const oneTimeCode = z.object({
  digest: text,
  expiresAt: text,
  tries: text,
  about: text,
  confirmed: text,
  contact: text,
  given: text,
  digits: z.number(),
  validMinutes: z.number(),
  greatestTries: z.number(),
  pauseSeconds: z.number(),
  letter: localised,
  subject: localised,
  warning: localised,
});

export const formalityKind = z
  .object({
    kind: text,
    title: localised,
    prefix: text,
    fields: z.array(field),
    states: z.record(
      text,
      z.object({
        title: localised,
        closed: z.boolean().optional(),
        inForce: z.boolean().optional(),
      }),
    ),
    steps: z.array(step),
    clocks: z
      .array(
        z.object({
          in: texts,
          days: z.number().optional(),
          on: text.optional(),
          step: text,
        }),
      )
      .optional(),
    oneTimeCode: oneTimeCode.optional(),
    validity: z.object({ from: text, to: text }).optional(),
    seenBy: texts.optional(),
    parts: z.object({ filers: texts, shared: texts, own: texts, steps: texts }).optional(),
    agency: text.optional(),
    roles: z
      .array(
        z.enum([
          "traderRegistration",
          "empowerment",
          "operatorRecognition",
          "lpco",
          "bindingRuling",
          "arrivalReport",
          "cargoFiling",
        ]),
      )
      .optional()
      .openapi({ description: "What the formalities of this kind are to others" }),
    account: z
      .object({
        prefix: text,
        use: z.union([text, z.object({ fact: text })]),
        emptiedBy: text.optional(),
      })
      .optional()
      .openapi({ description: "The account that a formality opens under its own number" }),
    outcomes: z
      .array(
        z.object({
          step: text,
          label: text,
          source: z.enum(["offence", "audit", "appeal"]),
        }),
      )
      .optional(),
    verifiable: z.boolean().optional(),
    legalReference: text,
  })
  .openapi("FormalityKind");

export const EXAMPLE_KIND: FormalityKind = {
  kind: "ruling",
  title: { en: "Binding ruling" },
  prefix: "RUL",
  fields: [{ name: "about", type: "code", title: { en: "What it is about" }, required: true }],
  states: { applied: { title: { en: "Applied for" } } },
  steps: [{ step: "apply", title: { en: "Apply" }, to: "applied", by: ["holder"] }],
  legalReference: "Customs Act, section 33",
};
