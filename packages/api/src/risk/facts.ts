/** The facts that risk learns from, in the one order of the log: for export and analysis elsewhere. */
import { z } from "@hono/zod-openapi";
import { riskRun } from "../declarations/risk-run.ts";
import { contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant, pageOf, whole } from "../shapes/basic.ts";
import { lane } from "../shapes/status.ts";

const text = z.string();
const texts = z.array(text);
const maybe = text.optional();
const figure = z.number().optional();

const item = z.object({
  sequence: z.number(),
  commodity: maybe,
  hs2: maybe,
  hs4: maybe,
  hs6: maybe,
  origin: maybe,
  dispatchCountry: maybe,
  procedure: maybe,
  previousProcedure: maybe,
  netMassKg: figure,
  supplementaryQuantity: figure,
  value: figure,
  currency: maybe,
  unitPrice: figure,
  description: maybe,
  documents: texts,
  preference: maybe,
});

const facts = z.object({
  caseId: text,
  at: instant,
  offsetMinutes: figure.openapi({
    description: "How far the clocks of the country were before UTC; absent: not at all",
  }),
  direction: maybe,
  office: maybe,
  declarationType: maybe,
  dataSet: maybe,
  transportMode: maybe,
  declarant: maybe,
  representative: maybe,
  importer: maybe,
  exporter: maybe,
  importerAddress: maybe,
  consignorCountry: maybe,
  transportMeans: maybe,
  containers: texts,
  totalPackages: figure,
  grossMassKg: figure,
  invoiceTotal: figure,
  currency: maybe,
  items: z.array(item),
  itemsLeftOut: figure,
});

const run = z.object({
  kind: z.literal("run"),
  facts,
  run: z.object({
    lane,
    criteria: texts,
    basis: text,
    probability: z.number(),
    run: riskRun.optional(),
  }),
});

const result = z.object({
  kind: z.literal("result"),
  control: text,
  findings: z.array(z.object({ code: text, item: figure })),
});

const fact = z
  .object({
    position: text.openapi({ description: "In the order of the log, as digits" }),
    caseId: z.uuid(),
    eventSeq: z.number(),
    at: instant,
    visibleAt: instant.openapi({ description: "From when on histories take it in" }),
    body: z.discriminatedUnion("kind", [run, result]),
  })
  .openapi("RiskFact");

export type RiskFact = Shape<typeof fact>;

export const riskFacts = contract({
  id: "risk.facts",
  method: "get",
  path: "/v1/risk/facts",
  summary: "What risk learns from, in the one order of the log: for export and analysis elsewhere",
  tag: "Risk",
  query: z.object({
    after: z
      .string()
      .regex(/^\d{1,18}$/)
      .default("0"),
    limit: whole(1, 2_000).default(2_000),
  }),
  errors: [],
  answers: {
    200: json("Facts of runs and results of controls, and where to go on", pageOf(fact), {
      items: [
        {
          position: "17",
          caseId: EXAMPLE.caseId,
          eventSeq: 5,
          at: EXAMPLE.at,
          visibleAt: "2026-03-02T08:00:02.000Z",
          body: { kind: "result", control: "physical", findings: [{ code: "QTY", item: 1 }] },
        },
      ],
    }),
  },
});
