import { z } from "@hono/zod-openapi";
import { listScope } from "../../access/scope.ts";
import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import { ok, problem } from "../../http/reply.ts";
import { pageOf, pageQuery } from "../../openapi/schemas.ts";
import { recordRead } from "../shared/audit.ts";
import { askedPage, pageView } from "../shared/page.ts";
import { formalitySchema, formalityView } from "./shared.ts";

const word = z
  .string()
  .regex(/^[a-zA-Z]{1,40}$/)
  .optional();

export const list = operation(
  {
    id: "formality.list",
    method: "get",
    path: "/v1/formalities",
    summary: "Formalities that concern you, newest first",
    tag: "Formalities",
    action: "listFormalities",
    bulkhead: "analytics",
    query: pageQuery.extend({
      kind: word,
      state: word,
      holder: z.string().min(1).max(35).optional(),
    }),
    answers: { 200: { description: "Newest first", schema: pageOf(formalitySchema) } },
  },
  async (call) => {
    const { after, limit, ...filter } = call.query;
    const { access, country, records, clock } = call.parts;
    const asked = askedPage("formalities", { after, limit });
    const ofCases = listScope(access, call.principal, country.register);
    if (!asked.ok) return asked.reply;
    if (!ofCases) return problem(errors.notAllowed);
    // Formalities belong to no office: every officer sees them.
    const scope = ofCases.kind === "offices" ? ({ kind: "everything" } as const) : ofCases;
    await recordRead(call, call.principal, "listFormalities");
    const page = await records.searchFormalities(scope, filter, asked.page);
    const now = clock();
    const known = page.items.flatMap((formality) => {
      const kind = country.formalities.find((entry) => entry.kind === formality.kind);
      return kind === undefined ? [] : [formalityView(formality, kind, call.principal, now)];
    });
    return ok(pageView("formalities", { ...page, items: known }, (item) => item));
  },
);
