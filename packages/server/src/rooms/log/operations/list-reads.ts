import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { MAX_PAGE } from "../../../platform/http/schemas.ts";

export const audit = operation(
  {
    id: "log.audit",
    method: "get",
    path: "/v1/audit/reads",
    summary: "Who read which case, and why",
    tag: "Log",
    action: "readAudit",
    bulkhead: "analytics",
    query: z.object({
      caseId: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
    }),
    answers: { 200: { description: "Newest first" } },
  },
  async (call) => {
    const { caseId, limit } = call.query;
    return ok({ items: await call.platform.reads.list(caseId, limit) });
  },
);
