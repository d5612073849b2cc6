import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import type { CaseFile } from "../../../platform/cases/case-file.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { MAX_PAGE } from "../../../platform/http/schemas.ts";
import type { ControlRoom } from "../room.ts";

const waiting = z.object({
  caseId: z.uuid(),
  mrn: z.string(),
  lrn: z.string(),
  checks: z.array(
    z.object({
      id: z.string(),
      check: z.string(),
      item: z.number(),
      commodity: z.string(),
      state: z.string(),
      dueAt: z.string(),
    }),
  ),
});

export const queue = (room: ControlRoom) =>
  operation(
    {
      id: "agency.queue",
      method: "get",
      path: "/v1/agency/queue",
      summary: "Checks that wait for your agency, earliest deadline first",
      tag: "Agencies",
      action: "viewAgencyQueue",
      bulkhead: "status",
      query: z.object({ limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50) }),
      answers: {
        200: { description: "Open checks", schema: z.object({ items: z.array(waiting) }) },
      },
    },
    async (call) => {
      const { agency } = call.principal;
      if (!agency) return problem(errors.notAllowed);
      await recordRead(call, call.principal, "viewAgencyQueue");
      const files = await room.store.agencyQueue(agency, call.query.limit);
      return ok({ items: files.map((file) => waitingView(file, agency)) });
    },
  );

function waitingView({ case: found }: CaseFile, agency: string): z.infer<typeof waiting> {
  const own = found.checks.filter((check) => check.agency === agency);
  const open = own.filter((check) => check.state === "open" || check.state === "held");
  const { caseId, mrn, lrn } = found;
  const checks = open.map(({ id, check, item, state, dueAt }) => {
    const commodity = found.items.find((one) => one.sequence === item)?.commodity ?? "";
    return { id, check, item, commodity, state, dueAt };
  });
  return { caseId, mrn, lrn, checks };
}
