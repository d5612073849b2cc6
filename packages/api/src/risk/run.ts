/** Why a case took its lane, and what its documents say: for officers and analysts who stated a purpose. */
import { z } from "@hono/zod-openapi";
import { riskRun } from "../declarations/risk-run.ts";
import { contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { caseParams, EXAMPLE, idParams, instant } from "../shapes/basic.ts";
import { lane } from "../shapes/status.ts";
import { localised } from "../shapes/words.ts";
import { linkedItem } from "./open-source.ts";

const text = z.string();
const texts = z.array(text);

const featureValue = z.union([z.string(), z.number(), z.boolean(), texts]);
const values = z.record(text, featureValue);

const features = z
  .object({
    at: instant,
    day: z.iso.date().optional(),
    declaration: values,
    items: z.array(values),
  })
  .openapi("RiskRow");

const explainedRule = z
  .object({
    rule: text,
    title: text.optional(),
    reason: text.optional(),
    owner: text.optional(),
    joined: z.enum(["all", "any", "one"]),
    item: z.number().optional(),
    parts: z.array(
      z.object({
        text,
        held: z.union([z.boolean(), z.literal("error")]),
        values: z
          .record(text, featureValue.nullable())
          .openapi({ description: "What it read, by name; null: missing" }),
      }),
    ),
  })
  .openapi("ExplainedRule");

const run = z
  .object({
    at: instant,
    selection: z.object({
      lane,
      basis: text,
      probability: z.number(),
      criteria: texts,
      run: riskRun.optional(),
    }),
    openSource: z.array(linkedItem),
    features: features.optional().openapi({ description: "What the run saw" }),
    descriptions: z
      .record(text, localised)
      .optional()
      .openapi({ description: "What the features are that rules and the model read" }),
    rules: z.array(explainedRule).optional(),
    model: z
      .object({
        id: text,
        probability: z.number().optional(),
        expectedLogOdds: z.number().optional(),
        contributions: z
          .array(
            z.object({
              feature: text,
              value: z.number().optional(),
              logOdds: z.number().openapi({ description: "Above 0: towards a finding" }),
            }),
          )
          .optional(),
      })
      .optional(),
  })
  .openapi("RiskRun");

export type RiskRun = Shape<typeof run>;
export type ExplainedRule = Shape<typeof explainedRule>;
export type RiskLane = z.infer<typeof lane>;

export const riskReadRun = contract({
  id: "risk.readRun",
  method: "get",
  path: "/v1/cases/{caseId}/risk",
  summary: "Why the case took its lane: every rule with what it read, the model's share, chance",
  tag: "Risk",
  headers: ["Purpose"],
  params: caseParams,
  errors: [],
  answers: {
    200: json("For officers and analysts alone", run, {
      at: EXAMPLE.at,
      selection: { lane: "yellow", basis: "rules", probability: 0.02, criteria: ["cheap-beef"] },
      openSource: [],
      features: {
        at: EXAMPLE.at,
        declaration: { office: "XA000010" },
        items: [{ sequence: 1, unitPrice: 1.4 }],
      },
      descriptions: { "item.unitPrice": { en: "Value by kilogram of net mass." } },
      rules: [
        {
          rule: "cheap-beef",
          joined: "one",
          item: 1,
          parts: [{ text: "item.unitPrice < 2.0", held: true, values: { "item.unitPrice": 1.4 } }],
        },
      ],
    }),
  },
});

const documentText = z
  .object({
    mediaType: text,
    isRead: z.boolean(),
    why: z
      .enum(["kind", "large", "broken"])
      .optional()
      .openapi({ description: "Why no text was read" }),
    text: text.optional(),
    isCut: z.boolean().optional(),
    words: z
      .object({
        vague: z.boolean(),
        suggested: z.array(z.object({ code: text, probability: z.number() })),
      })
      .optional()
      .openapi({ description: "Absent where no model of descriptions is in force" }),
  })
  .openapi("DocumentText");

export type DocumentText = Shape<typeof documentText>;

export const riskReadDocumentText = contract({
  id: "risk.readDocumentText",
  method: "get",
  path: "/v1/cases/{caseId}/documents/{id}/text",
  summary: "What a supporting document says, where it is text, and what its words tell of goods",
  tag: "Risk",
  headers: ["Purpose"],
  params: caseParams.extend(idParams.shape),
  errors: [410],
  answers: {
    200: json("Of PDF, pictures and DOCX no text is read: `isRead` is false", documentText, {
      mediaType: "text/plain",
      isRead: true,
      text: "Frozen boneless beef, 12 cartons",
      isCut: false,
    }),
  },
});
