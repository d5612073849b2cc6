import { operation } from "../../http/define.ts";
import { ok } from "../../http/reply.ts";
import { findFormality, formalitySchema, formalityView, numberParams } from "./shared.ts";

export const read = operation(
  {
    id: "formality.read",
    method: "get",
    path: "/v1/formalities/{number}",
    summary: "A formality as it stands, and the steps that are yours to take",
    tag: "Formalities",
    action: "viewFormality",
    bulkhead: "status",
    params: numberParams,
    answers: { 200: { description: "As it stands", schema: formalitySchema } },
  },
  async (call) => {
    const found = await findFormality(call, call.params.number, "viewFormality");
    if (!found.ok) return found.reply;
    const { principal, parts } = call;
    // Who only oversees the system reads states, not what people wrote.
    const readsPersonal = principal.role !== "administrator";
    // Of several filers each reads what it gave: its customers are not the others' to know.
    const personal = readsPersonal
      ? await parts.mainPath.personalFacts(found.formality, found.party)
      : {};
    return ok(formalityView(found.formality, found.kind, principal, parts.clock(), personal));
  },
);
