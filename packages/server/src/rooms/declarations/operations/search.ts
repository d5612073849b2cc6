import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { listScope } from "../../../platform/access/scope.ts";
import type { CaseSummary } from "../../../platform/cases/case-file.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { caseSummary, pageOf, pageQuery } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";

const word = z
  .string()
  .regex(/^[a-z-]{1,30}$/)
  .optional();
const day = z.iso.date().optional();

export const search = (room: DeclarationsRoom) =>
  operation(
    {
      id: "declaration.search",
      method: "get",
      path: "/v1/declarations",
      summary: "Find declarations",
      tag: "Declarations",
      action: "listCases",
      bulkhead: "analytics",
      query: pageQuery.extend({
        text: z
          .string()
          .trim()
          .min(1)
          .max(35)
          .optional()
          .openapi({ description: "Start of MRN or LRN" }),
        declarant: z.string().min(1).max(35).optional(),
        direction: word,
        lane: word,
        control: word,
        debt: word,
        goods: word,
        from: day,
        to: day,
      }),
      answers: { 200: { description: "Newest first", schema: pageOf(caseSummary) } },
    },
    async (call) => {
      const { after, limit, ...filter } = call.query;
      const asked = askedPage("declarations", { after, limit });
      const scope = listScope(call.platform.access, call.principal, call.platform.country.register);
      if (!asked.ok) return asked.reply;
      if (!scope) return problem(errors.notAllowed);
      const seesLane = call.platform.access
        .labels(
          call.principal.role,
          scope.kind === "declarants" ? "own" : "office",
          call.purpose !== undefined,
        )
        .has("restricted");
      // Filtering by what one may not see would tell it all the same.
      const allowed = seesLane ? filter : { ...filter, lane: undefined };
      await recordRead(call, call.principal, "listCases");
      const page = await room.store.search(scope, allowed, asked.page);
      return ok(pageView("declarations", page, (item) => summaryView(item, seesLane)));
    },
  );

function summaryView(item: CaseSummary, seesLane: boolean): CaseSummary {
  return seesLane ? item : { ...item, lane: undefined };
}
