import { formalityList } from "@customhouse/api/formalities/operations";
import { legalDay, type Register } from "@customhouse/model";
import { recordRead } from "../../../platform/access/audit.ts";
import { mayActFor, relationToFormality } from "../../../platform/access/formality-relation.ts";
import type { Principal } from "../../../platform/access/principal.ts";
import { listScope } from "../../../platform/access/scope.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { ReaderScope } from "../../../platform/storage/reader-scope.ts";
import { formalityView } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";

export const list = (room: FormalitiesRoom) =>
  operation(formalityList, { action: "listFormalities", bulkhead: "analytics" }, async (call) => {
    const { after, limit, ...filter } = call.query;
    const { access, country, clock } = call.platform;
    const asked = askedPage("formalities", { after, limit });
    const ofCases = listScope(access, call.principal, country.register);
    if (!asked.ok) return asked.reply;
    if (!ofCases) return problem(errors.notAllowed);
    const day = legalDay(clock(), country);
    const scope = formalityScope(ofCases, call.principal, country.register, day);
    await recordRead(call, call.principal, "listFormalities");
    const page = await room.formalities.search(scope, filter, asked.page);
    const { role } = call.principal;
    const known = page.items.flatMap((formality) => {
      const kind = country.formalities.find((entry) => entry.kind === formality.kind);
      if (kind === undefined) return [];
      const { register } = country;
      const relation = relationToFormality(call.principal, formality, kind, register, day);
      return [formalityView(formality, kind, { role, relation }, day)];
    });
    return ok(pageView("formalities", { ...page, items: known }, (item) => item));
  });

/**
 * Formalities belong to no office: every officer sees them. A mandate for single acts on declarations shows nothing of
 * the principal's permits and guarantees.
 */
function formalityScope(
  ofCases: ReaderScope,
  principal: Principal,
  register: Register,
  day: string,
): ReaderScope {
  if (ofCases.kind === "offices") return { kind: "everything" };
  if (ofCases.kind !== "declarants") return ofCases;
  const ids = ofCases.ids.filter((tin) => mayActFor(principal, tin, register, day));
  return { kind: "declarants", ids };
}
