/** The status of a declaration. Parts that the reader may not see are left out. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "./basic.ts";
import { caseReview, selection } from "./case-review.ts";
import { dutyLine, EXAMPLE_DUTY } from "./duty.ts";
import { EXAMPLE_PROMISE, signedPromise } from "./promise.ts";

export const lane = z.enum(["red", "yellow", "blue", "green"]);
export const controlKind = z.enum(["documentary", "physical", "non-blocking"]);

const regions = z
  .object({
    control: z.enum([
      "received",
      "rejected",
      "prelodged",
      "expired",
      "accepted",
      "controlled",
      "detained",
      "positive",
      "invalidated",
    ]),
    agencies: z.enum(["none", "pending", "held", "clear", "refused"]),
    debt: z.enum(["none", "provisional", "reserved", "blocked", "final", "returned"]),
    goods: z.enum(["expected", "presented", "exited"]),
  })
  .openapi("Regions");

const who = z.enum(["trader", "customs", "agency", "carrier", "nobody"]);

export const nextStep = z
  .object({
    who,
    code: z.string(),
    text: z.string(),
    dueAt: instant.optional(),
    reference: z.string().optional(),
  })
  .openapi("NextStep");

const milestones = z
  .object({
    registered: instant.optional(),
    accepted: instant.optional(),
    released: instant.optional().openapi({ description: "The goods may leave" }),
    cleared: instant.optional().openapi({ description: "All formalities are done" }),
    exited: instant.optional(),
    closed: instant.optional(),
  })
  .openapi("Milestones");

const task = z
  .object({
    id: z.string(),
    kind: controlKind,
    state: z.enum(["open", "done"]),
    blocking: z.boolean(),
    dueAt: instant.optional(),
  })
  .openapi("ControlTask");

export const agencyCheck = z
  .object({
    id: z.string(),
    agency: z.string(),
    check: z.string(),
    item: z.number(),
    state: z.enum(["open", "held", "released", "refused", "withdrawn"]),
    decision: z.string().optional(),
    reasonCode: z.string().optional(),
    reason: z.string().optional().openapi({ description: "In words, until they are erased" }),
    reasonDigest: z.string().optional(),
    dueAt: instant,
    overdueSteps: z
      .number()
      .optional()
      .openapi({ description: "How many steps the clock has taken because the agency is late" }),
  })
  .openapi("AgencyCheck");

const said = z.object({ text: z.string().optional(), at: instant });

const query = z
  .object({
    id: z.string(),
    state: z.enum(["open", "answered"]),
    asked: said.optional(),
    answered: said.optional(),
  })
  .openapi("CaseQuery");

const request = z.object({
  id: z.string(),
  kind: z.enum(["amendment", "cancellation"]),
  state: z.enum(["open", "granted", "denied"]),
});

export const namedRuling = z.object({
  item: z.number(),
  about: z.enum(["classification", "origin", "valuation"]),
  number: z.string(),
  decided: z.string().openapi({ description: "Commodity code, country, or method of valuation" }),
});

export const itemState = z.object({ sequence: z.number(), commodity: z.string() });
export const declarationForm = z.enum(["simplified", "supplementary"]);

/** The part that everybody sees who may see the case at all, and the part of its parties. */
export const status = z
  .object({
    caseId: z.uuid(),
    mrn: z.string(),
    lrn: z.string(),
    country: z.string(),
    version: z.number(),
    direction: z.enum(["import", "export"]),
    declarationType: z.string(),
    dataSet: z.string(),
    regions,
    milestones,
    erased: instant.optional().openapi({ description: "Since when its personal data are gone" }),
    next: z.array(nextStep),
    whoHasIt: who,
    declarant: z.string().optional(),
    debtors: z.array(z.string()).optional(),
    parties: z.array(z.string()).optional(),
    items: z.array(itemState).optional(),
    ucrs: z.array(z.string()).optional(),
    form: declarationForm.optional().openapi({ description: "Absent: complete by itself" }),
    completes: z
      .array(z.string())
      .optional()
      .openapi({ description: "MRNs of the simplified declarations that this one completes" }),
    supplementedBy: z
      .string()
      .optional()
      .openapi({ description: "MRN of the declaration that completed this simplified one" }),
    isSupplementOverdue: z.literal(true).optional(),
    rulings: z.array(namedRuling).optional(),
    tasks: z.array(task).optional(),
    checks: z.array(agencyCheck).optional(),
    inspection: z.object({ at: instant, participants: z.array(z.string()) }).optional(),
    queries: z.array(query).optional(),
    requests: z.array(request).optional(),
    duty: z.array(dutyLine).optional(),
    deadlines: z.array(z.object({ kind: z.string(), dueAt: instant })).optional(),
    lane: lane
      .optional()
      .openapi({ description: "For officers and analysts who stated a purpose" }),
    selection: selection.optional(),
    reviews: z.array(caseReview).optional(),
  })
  .openapi("Status");

export const acted = z.object({ status, promise: signedPromise }).openapi("Acted");

export type NextStep = Shape<typeof nextStep>;
export type Status = Shape<typeof status>;
export type Acted = Shape<typeof acted>;
export type Task = Shape<typeof task>;
export type AgencyCheck = Shape<typeof agencyCheck>;

export const EXAMPLE_CHECK: AgencyCheck = {
  id: "H-1-02013000",
  agency: "VET",
  check: "H",
  item: 1,
  state: "open",
  dueAt: "2026-03-04T08:00:00.000Z",
};

export const EXAMPLE_STATUS: Status = {
  caseId: EXAMPLE.caseId,
  mrn: EXAMPLE.mrn,
  lrn: EXAMPLE.lrn,
  country: "XA",
  version: 1,
  direction: "import",
  declarationType: "IMA",
  dataSet: "H1",
  regions: {
    control: "accepted",
    agencies: "pending",
    debt: "reserved",
    goods: "presented",
  },
  milestones: { registered: EXAMPLE.at, accepted: EXAMPLE.at },
  next: [
    {
      who: "agency",
      code: "agency-decides",
      text: "VET decides on item 1 (H).",
      dueAt: "2026-03-04T08:00:00.000Z",
      reference: "H-1-02013000",
    },
  ],
  whoHasIt: "agency",
  declarant: EXAMPLE.tin,
  parties: [EXAMPLE.tin],
  items: [{ sequence: 1, commodity: "02013000" }],
  checks: [EXAMPLE_CHECK],
  duty: [EXAMPLE_DUTY],
};

export const EXAMPLE_ACTED: Acted = { status: EXAMPLE_STATUS, promise: EXAMPLE_PROMISE };
