/** Shapes of requests and answers that more than one operation uses. */
import { z } from "@hono/zod-openapi";

const mrn = z.string().regex(/^[A-Za-z0-9]{1,35}$/, "is not an MRN");
export const mrnParams = z.object({ mrn });
export const caseParams = z.object({ caseId: z.uuid() });
export const idParams = z.object({ id: z.uuid() });
export const mrnAndIdParams = z.object({ mrn, id: z.uuid() });

export const MAX_PAGE = 100;
export const pageQuery = z.object({
  after: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(25),
});

const instant = z.iso.datetime({ offset: true });

const pointerStep = z.object({
  DocumentSectionCode: z.string(),
  SequenceNumeric: z.number().optional(),
  TagID: z.string().optional(),
});

export const finding = z
  .object({
    code: z.string(),
    path: z.string(),
    pointer: z.array(pointerStep),
    message: z.string(),
    found: z.string().optional(),
    allowed: z.string().optional(),
    fix: z.array(z.object({ op: z.string(), path: z.string(), value: z.unknown() })).optional(),
  })
  .openapi("Finding");

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string().openapi({ example: "CH8012" }),
    message: z.string(),
    whatToDo: z.string(),
    findings: z.array(finding).optional(),
    requestId: z.string(),
  })
  .openapi("Problem");

const promise = z
  .object({ leaf: z.string(), at: instant, by: instant, signature: z.string() })
  .openapi("SignedPromise");

export const lodged = z
  .object({
    conversationId: z.string(),
    caseId: z.uuid(),
    lrn: z.string(),
    mrn: z.string(),
    promise,
    replayed: z.boolean(),
  })
  .openapi("Lodged");

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
    review: z.literal(true).optional(),
    isSupplementOverdue: z.literal(true).optional(),
  })
  .openapi("QueuedCase");

const nextStep = z
  .object({
    who: z.enum(["trader", "customs", "agency", "carrier", "nobody"]),
    code: z.string(),
    text: z.string(),
    dueAt: instant.optional(),
    reference: z.string().optional(),
  })
  .openapi("NextStep");

export const status = z
  .looseObject({
    caseId: z.uuid(),
    mrn: z.string(),
    lrn: z.string(),
    version: z.number(),
    regions: z.object({
      control: z.string(),
      agencies: z.string(),
      debt: z.string(),
      goods: z.string(),
    }),
    milestones: z.record(z.string(), z.string()),
    next: z.array(nextStep),
    whoHasIt: z.string(),
  })
  .openapi("Status");

export const acted = z.looseObject({ status, promise }).openapi("Acted");

export const notification = z
  .object({
    id: z.string(),
    position: z.string().optional(),
    caseId: z.uuid(),
    seq: z.number(),
    functionCode: z.string(),
    issuedAt: instant,
    body: z.unknown(),
    /** The content is gone with the personal data of its case. */
    erased: z.boolean().optional(),
  })
  .openapi("Notification");

export const pageOf = (item: z.ZodType) =>
  z.object({ items: z.array(item), next: z.string().optional() });

export const reasonText = z.string().trim().min(1).max(2000);
