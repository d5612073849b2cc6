/** Why a lane was chosen, and what was found after release: enforcement data, for those who stated a purpose. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { instant } from "./basic.ts";

export const selection = z
  .object({
    basis: z.string(),
    probability: z.number(),
    criteria: z.array(
      z.object({
        id: z.string(),
        reason: z.string().optional(),
        owner: z.string().optional(),
        lane: z.enum(["red", "yellow", "blue", "green"]).optional(),
      }),
    ),
  })
  .openapi("Selection");

export const reviewOutcome = z.enum(["no-action", "audit", "offence"]);

export const caseReview = z
  .object({
    foundAt: instant,
    hitIds: z
      .array(z.string())
      .openapi({ description: "Hits of screening, as far as they are still kept" }),
    concluded: z.object({ outcome: reviewOutcome, by: z.string(), at: instant }).optional(),
  })
  .openapi("CaseReview");

export type CaseReview = Shape<typeof caseReview>;
export type ReviewOutcome = Shape<typeof reviewOutcome>;
