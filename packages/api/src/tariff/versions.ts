/** Imported tariffs: tried, put in force, taken back. */
import type { Measure } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { bodyOfElements, contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { amount, EXAMPLE, instant, listOf, versionParams, whole } from "../shapes/basic.ts";
import { measure } from "./measure.ts";

const tag = "Tariff";
const note = z.string().trim().min(1).max(500);

const trialReport = z
  .object({
    declarations: z.number(),
    erased: z.number(),
    changed: z.number(),
    totalBefore: amount,
    totalAfter: amount,
    greatestChanges: z.array(z.object({ mrn: z.string(), before: amount, after: amount })),
    failed: z.array(z.object({ mrn: z.string(), message: z.string() })),
  })
  .openapi("TariffTrialReport");

const tariffVersion = z
  .object({
    version: z.number(),
    state: z.enum(["draft", "tried", "active", "superseded", "rejected"]),
    measureCount: z.number(),
    digest: z.string(),
    note: z.string(),
    createdBy: z.string(),
    createdAt: instant,
    activatedAt: instant.optional(),
    report: trialReport
      .optional()
      .openapi({ description: "What trying it on recent declarations showed" }),
  })
  .openapi("TariffVersion");

export type TariffTrialReport = Shape<typeof trialReport>;
export type TariffVersion = Shape<typeof tariffVersion>;

const EXAMPLE_VERSION: TariffVersion = {
  version: 4,
  state: "tried",
  measureCount: 812,
  digest: EXAMPLE.digest,
  note: "Changes of 1 July",
  createdBy: "tariff-1",
  createdAt: EXAMPLE.at,
  report: {
    declarations: 500,
    erased: 0,
    changed: 12,
    totalBefore: "90210.00",
    totalAfter: "91000.50",
    greatestChanges: [{ mrn: EXAMPLE.mrn, before: "60.00", after: "75.00" }],
    failed: [],
  },
};

const EXAMPLE_MEASURE: Measure = {
  id: "m-0201",
  commodity: "0201",
  taxType: "A00",
  rate: { percent: "5" },
  validFrom: "2026-01-01",
  legalReference: "Customs Act, section 12",
};

const rolledBack = z.object({ version: z.number() });

export const tariffVersions = contract({
  id: "tariff.versions",
  method: "get",
  path: "/v1/tariff/versions",
  summary: "Imported tariffs, newest first",
  tag,
  errors: [],
  answers: {
    200: json("Without measures", listOf(tariffVersion), { items: [EXAMPLE_VERSION] }),
  },
});

export const tariffImport = contract({
  id: "tariff.import",
  method: "post",
  path: "/v1/tariff/versions",
  summary: "Import measures as a draft: all of them are in order, or none is taken",
  tag,
  body: bodyOfElements(
    z.strictObject({ note, measures: z.array(z.unknown()).min(1) }),
    z.strictObject({ note, measures: z.array(measure).min(1) }),
    { note: "Changes of 1 July", measures: [EXAMPLE_MEASURE] },
  ),
  errors: [422],
  answers: { 201: json("A draft", tariffVersion, { ...EXAMPLE_VERSION, state: "draft" }) },
});

export const tariffRead = contract({
  id: "tariff.read",
  method: "get",
  path: "/v1/tariff/versions/{version}",
  summary: "An imported tariff with its measures",
  tag,
  params: versionParams,
  errors: [],
  answers: {
    200: json(
      "With measures",
      tariffVersion.extend({ measures: z.array(measure) }).openapi("TariffWithMeasures"),
      { ...EXAMPLE_VERSION, measures: [EXAMPLE_MEASURE] },
    ),
  },
});

export const tariffCanary = contract({
  id: "tariff.canary",
  method: "post",
  path: "/v1/tariff/versions/{version}/canary",
  summary: "Try it on recent declarations: how many would change, and by how much",
  tag,
  params: versionParams,
  query: z.object({ limit: whole(1, 2_000).default(500) }),
  errors: [409],
  answers: { 200: json("With its report", tariffVersion, EXAMPLE_VERSION) },
});

export const tariffActivate = contract({
  id: "tariff.activate",
  method: "post",
  path: "/v1/tariff/versions/{version}/activation",
  summary: "Put it in force, at once and everywhere; it must have been tried",
  tag,
  params: versionParams,
  errors: [409],
  answers: {
    200: json("In force", tariffVersion, {
      ...EXAMPLE_VERSION,
      state: "active",
      activatedAt: EXAMPLE.later,
    }),
  },
});

export const tariffRollBack = contract({
  id: "tariff.rollBack",
  method: "post",
  path: "/v1/tariff/rollback",
  summary: "Back to the tariff that was in force before",
  tag,
  errors: [409],
  answers: { 200: json("0: the country's own measures", rolledBack, { version: 3 }) },
});
