/** A declaration in a list. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "./basic.ts";

export const caseSummary = z
  .object({
    caseId: z.uuid(),
    mrn: z.string().optional(),
    lrn: z.string(),
    declarant: z.string(),
    direction: z.string(),
    lane: z.string().optional(),
    control: z.string(),
    agencies: z.string(),
    debt: z.string(),
    goods: z.string(),
    submittedAt: instant,
  })
  .openapi("CaseSummary");

export const queuedCase = caseSummary
  .extend({
    review: z
      .literal(true)
      .optional()
      .openapi({ description: "Something was found after release that is to be looked at" }),
    isSupplementOverdue: z
      .literal(true)
      .optional()
      .openapi({ description: "A simplified declaration that nobody has completed in time" }),
  })
  .openapi("QueuedCase");

export type CaseSummary = Shape<typeof caseSummary>;
export type QueuedCase = Shape<typeof queuedCase>;
/** The four states of a declaration. */
export type Regions = Pick<CaseSummary, "control" | "agencies" | "debt" | "goods">;

export const EXAMPLE_SUMMARY: CaseSummary = {
  caseId: EXAMPLE.caseId,
  mrn: EXAMPLE.mrn,
  lrn: EXAMPLE.lrn,
  declarant: EXAMPLE.tin,
  direction: "import",
  control: "accepted",
  agencies: "pending",
  debt: "reserved",
  goods: "presented",
  submittedAt: EXAMPLE.at,
};
