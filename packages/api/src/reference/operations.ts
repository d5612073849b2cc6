/** Operations without sign-in: the country, its code lists, samples, and the check of a message. */
import type { CodeList } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { contract, json, messageBody } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { day, listOf } from "../shapes/basic.ts";
import { EXAMPLE_FINDING, finding } from "../shapes/problem.ts";
import { localised } from "../shapes/words.ts";

const tag = "Reference";

const report = z
  .object({
    valid: z.boolean(),
    messageType: z.string().optional(),
    findings: z.array(finding),
    unexamined: z.array(z.string()).optional().openapi({
      description: "What the message names and nobody looked up: lodging it may find more",
    }),
  })
  .openapi("ValidationReport");

export type ValidationReport = Shape<typeof report>;

export const referenceValidate = contract({
  id: "reference.validate",
  method: "post",
  path: "/v1/validate",
  summary: "Check a message without lodging it",
  tag,
  signIn: "optional",
  body: messageBody,
  errors: [],
  answers: {
    200: json("The message is in order", report, {
      valid: true,
      messageType: "declaration",
      findings: [],
    }),
    422: json("It was read; what is wrong is in the findings", report, {
      valid: false,
      messageType: "declaration",
      findings: [EXAMPLE_FINDING],
    }),
  },
});

const codeList = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.string(),
    source: z.string(),
    entries: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        names: localised.optional(),
        validFrom: day.optional(),
        validTo: day.optional(),
      }),
    ),
  })
  .openapi("CodeList");

const EXAMPLE_LIST: CodeList = {
  id: "currency",
  name: "Currencies",
  version: "2026",
  source: "ISO 4217",
  entries: [{ code: "USD", name: "US dollar" }],
};

export const referenceCodeList = contract({
  id: "reference.codeList",
  method: "get",
  path: "/v1/code-lists/{id}",
  summary: "One code list, with the dates its entries are valid",
  tag,
  signIn: "none",
  params: z.object({ id: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/) }),
  query: z.object({ on: day.optional() }),
  errors: [],
  answers: { 200: json("All entries, or those valid on the day", codeList, EXAMPLE_LIST) },
});

const named = { code: z.string(), name: localised };

const country = z
  .object({
    ...named,
    languages: z.array(z.enum(["en", "fr", "es", "ar"])),
    currency: z.string(),
    currencyDecimals: z.number(),
    timeZone: z.string(),
    simulation: localised.optional(),
    agencies: z.array(z.object({ ...named, checks: z.array(z.object(named)) })),
    offices: z.array(z.object(named)),
    findings: z.array(z.object(named)).openapi({ description: "Codes of what a control may find" }),
    demo: z.boolean(),
    issuer: z.string().openapi({ description: "Who signs people in" }),
    clientId: z.string().openapi({ description: "The portal, to the issuer" }),
  })
  .openapi("CountryInfo");

export type CountryInfo = Shape<typeof country>;

export const referenceCountry = contract({
  id: "reference.country",
  method: "get",
  path: "/v1/countries/current",
  summary: "The country that this installation serves",
  tag,
  signIn: "none",
  errors: [],
  answers: {
    200: json("Names, languages, currency, agencies and offices", country, {
      code: "XA",
      name: { en: "Xanadu" },
      languages: ["en", "fr"],
      currency: "USD",
      currencyDecimals: 2,
      timeZone: "Etc/UTC",
      agencies: [
        {
          code: "VET",
          name: { en: "Veterinary service" },
          checks: [{ code: "H", name: { en: "Health of animal products" } }],
        },
      ],
      offices: [{ code: "XA000010", name: { en: "Port office" } }],
      findings: [{ code: "QTY", name: { en: "Quantity" } }],
      demo: true,
      issuer: "http://localhost:8080/oidc",
      clientId: "customhouse-web",
    }),
  },
});

const sample = z
  .object({
    name: z.string(),
    title: z.string(),
    mediaType: z.string(),
    content: z.string(),
  })
  .openapi("Sample");

export type Sample = Shape<typeof sample>;

export const referenceSamples = contract({
  id: "reference.samples",
  method: "get",
  path: "/v1/samples",
  summary: "Messages to try the service out with",
  tag,
  signIn: "none",
  errors: [],
  answers: {
    200: json("Our own samples", listOf(sample), {
      items: [
        {
          name: "import",
          title: "An import declaration",
          mediaType: "application/xml",
          content: "<Declaration/>",
        },
      ],
    }),
  },
});
