/** What the operations that erase personal data share. */
import { ERASURE_REASONS } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { ok, problem, type Reply, refused } from "../../../platform/http/reply.ts";
import type { ErasureAnswer } from "../erasure-desk.ts";

export const erasureBody = z.strictObject({
  reason: z.enum(ERASURE_REASONS),
  legalBasis: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,34}$/, "is not a code"),
});

export const erasureSchema = z
  .object({
    caseId: z.uuid(),
    reason: z.enum(ERASURE_REASONS),
    legalBasis: z.string(),
    askedBy: z.string(),
    askedAt: z.string(),
    confirmedBy: z.string().optional(),
    confirmedAt: z.string().optional(),
    /** When nothing personal was left. */
    wipedAt: z.string().optional(),
  })
  .openapi("Erasure");

export function erasureReply(answer: ErasureAnswer): Reply {
  switch (answer.kind) {
    case "asked":
      return { ...ok(answer.erasure), status: 202 };
    case "erased":
      return ok(answer.erasure);
    case "problem":
      return problem(answer.error, answer.message === undefined ? {} : { message: answer.message });
    case "refused":
      return refused(answer.refused);
  }
}
