/** Runs in which the server learns a challenger for the model in force. */
import { z } from "@hono/zod-openapi";
import { contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, idParams, instant, listOf } from "../shapes/basic.ts";
import { comparison } from "./model-card.ts";

const tag = "Risk";
const count = z.number();
const lanes = z.object({ red: count, yellow: count, blue: count, green: count });

const result = z
  .object({
    data: z.object({ upTo: z.number(), facts: count, digest: z.string() }),
    counts: z.object({ cases: count, found: count, newCases: count }),
    champion: z
      .object({ digest: z.string(), learntTo: z.string() })
      .optional()
      .openapi({ description: "Absent: rules alone were in force" }),
    learnt: z
      .object({ cases: count, learntTo: z.string(), rows: count, positives: count })
      .optional(),
    comparison: comparison.optional(),
    lanes: z
      .object({ champion: lanes, challenger: lanes })
      .optional()
      .openapi({ description: "Shares of all declarations that would take each lane" }),
  })
  .openapi("RiskRetrainingResult");

const retraining = z
  .object({
    id: z.string(),
    reason: z.enum(["schedule", "alarm", "asked"]),
    askedBy: z.string(),
    askedAt: instant,
    state: z.enum(["waiting", "running", "over"]),
    attempt: z.number(),
    startedAt: instant.optional(),
    endedAt: instant.optional(),
    policy: z.number().optional().openapi({ description: "In force when it began; 0: none" }),
    alarms: z.array(z.string()),
    progress: z
      .object({
        stage: z.enum(["facts", "trees", "backtest"]),
        done: z.number(),
        total: z.number(),
      })
      .optional(),
    outcome: z
      .enum(["too-little", "one-class", "not-better", "draft", "activated", "failed", "cancelled"])
      .optional(),
    code: z.string().optional(),
    message: z.string().optional(),
    result: result.optional(),
    model: z.string().optional().openapi({ description: "Digest of the challenger" }),
    draft: z.number().optional().openapi({ description: "The policy that names it" }),
    cancelledBy: z.string().optional(),
  })
  .openapi("RiskRetraining");

export type RiskRetraining = Shape<typeof retraining>;
export type RiskRetrainingResult = Shape<typeof result>;

const EXAMPLE_RUN: RiskRetraining = {
  id: EXAMPLE.id,
  reason: "asked",
  askedBy: "analyst-1",
  askedAt: EXAMPLE.at,
  state: "running",
  attempt: 1,
  startedAt: EXAMPLE.at,
  policy: 3,
  alarms: [],
  progress: { stage: "trees", done: 120, total: 2_000 },
};

export const riskRetrainings = contract({
  id: "risk.retrainings",
  method: "get",
  path: "/v1/risk/retrainings",
  summary: "Runs in which the server learnt challengers for the model in force, newest first",
  tag,
  errors: [],
  answers: { 200: json("Runs", listOf(retraining), { items: [EXAMPLE_RUN] }) },
});

export const riskRetrain = contract({
  id: "risk.retrain",
  method: "post",
  path: "/v1/risk/retrainings",
  summary: "Learn a challenger for the model in force now; the run that is open, where one is",
  tag,
  errors: [],
  answers: { 202: json("It is begun within a second", retraining, EXAMPLE_RUN) },
});

export const riskRetrainingRead = contract({
  id: "risk.retraining",
  method: "get",
  path: "/v1/risk/retrainings/{id}",
  summary: "How far it is, and what came of it: figures of both models, draft or reason for none",
  tag,
  params: idParams,
  errors: [],
  answers: { 200: json("Progress or result", retraining, EXAMPLE_RUN) },
});

export const riskCancelRetraining = contract({
  id: "risk.cancelRetraining",
  method: "post",
  path: "/v1/risk/retrainings/{id}/cancellation",
  summary: "Call a run off: it ends at once, and nothing of it is kept but the record",
  tag,
  params: idParams,
  errors: [409],
  answers: {
    200: json("Called off, now or before", retraining, {
      ...EXAMPLE_RUN,
      state: "over",
      outcome: "cancelled",
      endedAt: EXAMPLE.later,
      cancelledBy: "analyst-1",
    }),
  },
});
