import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

/** The definitions themselves: a form, a help page and a client follow from them. */
export const kinds = operation(
  {
    id: "formality.kinds",
    method: "get",
    path: "/v1/formality-kinds",
    summary: "The kinds of formality beside the declaration: fields, states, steps",
    tag: "Formalities",
    action: "open",
    bulkhead: "status",
    answers: { 200: { description: "As data", schema: z.object({ items: z.array(z.unknown()) }) } },
  },
  async (call) =>
    ok({
      items: call.platform.country.formalities.map(({ behaviour: _, ...definition }) => definition),
    }),
);
