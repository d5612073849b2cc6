/** Acts of officers and agencies on a case. Each is answered with the status of the case after it. */
import { z } from "@hono/zod-openapi";
import { contract, json, jsonBody } from "../operation.ts";
import { caseParams, reasonText } from "../shapes/basic.ts";
import { reviewOutcome } from "../shapes/case-review.ts";
import { acted, controlKind, EXAMPLE_ACTED } from "../shapes/status.ts";

const recorded = { 200: json("Recorded", acted, EXAMPLE_ACTED) };

const head = {
  method: "post",
  tag: "Officers",
  params: caseParams,
  headers: ["Idempotency-Key", "Purpose"],
  errors: [409, 410, 422],
  answers: recorded,
} as const;

export const officerRecordControl = contract({
  ...head,
  id: "officer.recordControl",
  path: "/v1/cases/{caseId}/control-results",
  summary: "Record the result of a control",
  body: jsonBody(
    z.strictObject({
      taskId: z.string().min(1).max(100).optional(),
      result: z.enum(["satisfactory", "detained", "refused"]),
      findings: z
        .array(
          z.strictObject({
            code: z.string().min(1).max(20),
            item: z.number().int().min(1).max(9_999).optional(),
          }),
        )
        .max(100)
        .optional()
        .openapi({ description: "Codes of the country's list, of an item or of the whole" }),
      finding: reasonText.optional().openapi({ description: "In words" }),
    }),
    { result: "satisfactory", finding: "Goods as declared." },
  ),
});

export const officerOrderControl = contract({
  ...head,
  id: "officer.orderControl",
  path: "/v1/cases/{caseId}/controls",
  summary: "Order a control",
  body: jsonBody(z.strictObject({ control: controlKind }), { control: "physical" }),
});

export const officerRaiseQuery = contract({
  ...head,
  id: "officer.raiseQuery",
  path: "/v1/cases/{caseId}/queries",
  summary: "Ask the declarant a question",
  body: jsonBody(z.strictObject({ text: reasonText }), {
    text: "Are the goods chilled or frozen?",
  }),
});

export const officerRelease = contract({
  ...head,
  id: "officer.release",
  path: "/v1/cases/{caseId}/releases",
  summary: "Release: every open control is satisfactory",
  body: jsonBody(z.strictObject({ finding: reasonText.optional() }), {
    finding: "Goods as declared.",
  }),
});

export const officerRecordArrival = contract({
  ...head,
  id: "officer.recordArrival",
  path: "/v1/cases/{caseId}/arrivals",
  summary: "Record that the goods arrived",
  body: jsonBody(z.strictObject({ location: z.string().min(1).max(35).optional() }), {
    location: "XAPRT",
  }),
});

export const officerRecordDeparture = contract({
  ...head,
  id: "officer.recordDeparture",
  path: "/v1/cases/{caseId}/departures",
  summary: "Record that the goods left",
  body: jsonBody(z.strictObject({ office: z.string().min(1).max(35).optional() }), {
    office: "XA000010",
  }),
});

export const officerConcludeReviews = contract({
  ...head,
  id: "officer.concludeReviews",
  path: "/v1/cases/{caseId}/review-conclusions",
  summary:
    "Say what comes of what was found after release; the declarant learns nothing of it here",
  headers: ["Purpose"],
  body: jsonBody(z.strictObject({ outcome: reviewOutcome }), { outcome: "audit" }),
  errors: [],
  answers: {
    200: json(
      "How many were open; none where somebody has concluded them",
      z.object({ concluded: z.number() }),
      { concluded: 1 },
    ),
  },
});

export const agencyDecide = contract({
  ...head,
  id: "agency.decide",
  path: "/v1/cases/{caseId}/agency-decisions",
  summary: "Decide on a check of your agency",
  tag: "Agencies",
  body: jsonBody(
    z.strictObject({
      checkId: z.string().min(1).max(100),
      decision: z
        .string()
        .regex(/^([CHNE]\d{2}|X00)$/)
        .openapi({ description: "C.. release, H.. hold, N.. refuse, E.. transit, X00 no match" }),
      reasonCode: z
        .string()
        .regex(/^[\w.-]{1,20}$/)
        .optional(),
      reason: reasonText.optional(),
    }),
    { checkId: "H-1-02013000", decision: "C21" },
  ),
  answers: { 200: json("Decided", acted, EXAMPLE_ACTED) },
});
