import { formalityKinds } from "@customhouse/api/formalities/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

/** The definitions themselves: a form, a help page and a client follow from them. */
export const kinds = operation(formalityKinds, { bulkhead: "status" }, async (call) =>
  ok({
    items: call.platform.country.formalities.map(({ behaviour: _, ...definition }) => definition),
  }),
);
