/** Formalities: all that goes beside a declaration. */
import { z } from "@hono/zod-openapi";
import { contract, json, jsonBody } from "../operation.ts";
import { day, EXAMPLE, listOf, numberParams, pageOf, pageQuery } from "../shapes/basic.ts";
import { ASK_ERASURE, CONFIRM_ERASURE } from "../shapes/erasure.ts";
import { EXAMPLE_RECEIPTS, receipts } from "../shapes/receipt.ts";
import { EXAMPLE_KIND, formalityKind } from "./kind.ts";
import {
  EXAMPLE_FORMALITY,
  EXAMPLE_STEPPED,
  facts,
  formality,
  formalityEntry,
  formalityStepped,
  givenFacts,
  givenWords,
} from "./shapes.ts";

const word = z
  .string()
  .regex(/^[a-zA-Z]{1,40}$/)
  .optional();
const stepName = z.string().regex(/^[a-z][a-zA-Z]{1,40}$/);

export const formalityKinds = contract({
  id: "formality.kinds",
  method: "get",
  path: "/v1/formality-kinds",
  summary: "The kinds of formality beside the declaration: fields, states, steps",
  tag: "Formalities",
  signIn: "none",
  errors: [],
  answers: { 200: json("As data", listOf(formalityKind), { items: [EXAMPLE_KIND] }) },
});

export const formalityBegin = contract({
  id: "formality.begin",
  method: "post",
  path: "/v1/formalities",
  summary: "Begin a formality: apply for a permit, register, grant a mandate, offer a guarantee",
  tag: "Formalities",
  headers: ["Idempotency-Key"],
  body: jsonBody(
    z.strictObject({
      kind: z.string().regex(/^[a-z][a-zA-Z]{1,40}$/),
      step: stepName
        .optional()
        .openapi({ description: "The step that begins, where the kind has several" }),
      holder: z
        .string()
        .regex(/^[A-Z]{2}[A-Z0-9]{1,15}$/)
        .optional()
        .openapi({ description: "TIN of whom it concerns; yourself unless named" }),
      facts: givenFacts,
      words: givenWords,
    }),
    { kind: "permit", facts: { documentType: "C640", commodities: ["0201"] } },
  ),
  errors: [404, 409, 422],
  answers: { 201: json("Begun", formalityStepped, EXAMPLE_STEPPED) },
});

export const formalityList = contract({
  id: "formality.list",
  method: "get",
  path: "/v1/formalities",
  summary: "Formalities that concern you, newest first",
  tag: "Formalities",
  headers: ["Purpose"],
  query: pageQuery.extend({
    kind: word,
    state: word,
    holder: z.string().min(1).max(35).optional(),
  }),
  errors: [],
  answers: { 200: json("Newest first", pageOf(formality), { items: [EXAMPLE_FORMALITY] }) },
});

export const formalityRead = contract({
  id: "formality.read",
  method: "get",
  path: "/v1/formalities/{number}",
  summary: "A formality as it stands, and the steps that are yours to take",
  tag: "Formalities",
  headers: ["Purpose"],
  params: numberParams,
  errors: [],
  answers: { 200: json("As it stands", formality, EXAMPLE_FORMALITY) },
});

export const formalityStep = contract({
  id: "formality.step",
  method: "post",
  path: "/v1/formalities/{number}/steps",
  summary: "Take the next step of a formality",
  tag: "Formalities",
  headers: ["Idempotency-Key", "Accept-Language", "Purpose"],
  params: numberParams,
  body: jsonBody(z.strictObject({ step: stepName, facts: givenFacts, words: givenWords }), {
    step: "grant",
    facts: { validTo: "2026-12-31" },
  }),
  errors: [409, 410, 422],
  answers: { 200: json("Taken", formalityStepped, EXAMPLE_STEPPED) },
});

export const formalityHistory = contract({
  id: "formality.history",
  method: "get",
  path: "/v1/formalities/{number}/history",
  summary: "Every step of a formality",
  tag: "Formalities",
  headers: ["Purpose"],
  params: numberParams,
  query: z.object({ on: day.optional(), knownOn: day.optional() }),
  errors: [],
  answers: {
    200: json(
      "Steps, oldest first; with a day in the query, the formality as it stood then",
      z.union([listOf(formalityEntry), formality]),
      {
        items: [
          {
            seq: 1,
            at: EXAMPLE.at,
            recordedAt: EXAMPLE.at,
            step: "apply",
            state: "applied",
            by: "holder",
            facts: { documentType: "C640" },
          },
        ],
      },
    ),
  },
});

export const formalityReceipt = contract({
  id: "formality.receipt",
  method: "get",
  path: "/v1/formalities/{number}/receipt",
  summary: "Signed receipts, one for each step in the log: checked offline",
  tag: "Formalities",
  headers: ["Purpose"],
  params: numberParams,
  errors: [],
  answers: { 200: json("tlog-proofs, with what they prove", receipts, EXAMPLE_RECEIPTS) },
});

const genuine = z
  .object({
    genuine: z.literal(true),
    kind: z.string(),
    number: z.string(),
    state: z.string(),
    inForce: z.boolean(),
    agency: z.string().optional(),
    facts,
  })
  .openapi("GenuineFormality");

export const formalityAuthenticity = contract({
  id: "formality.authenticity",
  method: "get",
  path: "/v1/formalities/{number}/authenticity",
  summary: "Is this permit genuine? For anybody who holds it: number and code",
  tag: "Formalities",
  signIn: "none",
  params: numberParams,
  query: z.object({ code: z.string().regex(/^[A-Z0-9]{1,20}$/) }),
  errors: [],
  answers: {
    200: json("Genuine", genuine, {
      genuine: true,
      kind: "permit",
      number: "LPC26XA7K2M9Q4T1",
      state: "granted",
      inForce: true,
      agency: "VET",
      facts: { documentType: "C640" },
    }),
  },
});

const erasing = { tag: "Data protection", params: numberParams, headers: ["Purpose"] } as const;

export const formalityAskErasure = contract({
  ...erasing,
  ...ASK_ERASURE,
  id: "formality.askErasure",
  path: "/v1/formalities/{number}/erasure",
  summary:
    "Ask for the personal data of a formality that is over to be erased; another confirms it",
});

export const formalityConfirmErasure = contract({
  ...erasing,
  ...CONFIRM_ERASURE,
  id: "formality.confirmErasure",
  path: "/v1/formalities/{number}/erasure/confirmation",
});
