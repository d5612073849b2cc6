import { logAudit } from "@customhouse/api/log/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

export const audit = operation(
  logAudit,
  { action: "readAudit", bulkhead: "analytics" },
  async (call) => {
    const { caseId, limit } = call.query;
    return ok({ items: await call.platform.reads.list(caseId, limit) });
  },
);
