/** Shared parts of the operations on formalities: the look-up with its access check, and the view. */

import type { Formality as FormalityAnswer } from "@customhouse/api/formalities/shapes";
import { type Formality, isInForce } from "@customhouse/formalities";
import { type Facts, type FormalityKind, legalDay } from "@customhouse/model";
import type { Action, Relation, Role } from "../../platform/access/actions.ts";
import { recordRead } from "../../platform/access/audit.ts";
import {
  actorIn,
  partyActedFor,
  relationToFormality,
} from "../../platform/access/formality-relation.ts";
import { errors } from "../../platform/errors.ts";
import type { Call } from "../../platform/http/operation.ts";
import { type ProblemReply, problem } from "../../platform/http/reply.ts";
import type { FormalityRecords } from "./contract.ts";

type AnyCall = Call<unknown, unknown, unknown>;

export interface Found {
  readonly ok: true;
  readonly formality: Formality;
  readonly kind: FormalityKind;
  readonly reader: Reader;
  /** TIN of the party of the formality as which a trader acts. */
  readonly party?: string;
}

/** The reader of a formality, with its relation to it. */
export interface Reader {
  readonly role: Role;
  readonly relation: Relation;
}

/** Another's formality and one that does not exist are answered alike. */
export async function findFormality(
  formalities: FormalityRecords,
  call: AnyCall,
  number: string,
  action: Action,
): Promise<Found | { readonly ok: false; readonly reply: ProblemReply }> {
  const { country, access, clock } = call.platform;
  const formality = await formalities.byNumber(number);
  const kind = country.formalities.find((entry) => entry.kind === formality?.kind);
  if (formality === undefined || kind === undefined) {
    return { ok: false, reply: problem(errors.notFound) };
  }
  const day = legalDay(clock(), country);
  const { principal } = call;
  const relation = relationToFormality(principal, formality, kind, country.register, day);
  if (!access.allows(principal.role, action, relation)) {
    const visible = access.allows(principal.role, "viewFormality", relation);
    return { ok: false, reply: problem(visible ? errors.notAllowed : errors.notFound) };
  }
  await recordRead(call, principal, action, formality.caseId);
  const party =
    principal.role === "trader"
      ? partyActedFor(principal, formality, kind, country.register, day)
      : undefined;
  return {
    ok: true,
    formality,
    kind,
    reader: { role: principal.role, relation },
    ...(party === undefined ? {} : { party: party.tin }),
  };
}

/** Facts with a label stay with those who need them to decide; what other filers gave stays with them. */
export function shownFacts(facts: Facts, kind: FormalityKind, { role, relation }: Reader): Facts {
  const shared = relation === "part" ? (kind.parts?.shared ?? []) : undefined;
  const hidden = new Set(
    kind.fields.flatMap(({ name, label }) => {
      const shown =
        label === undefined || role === "officer" || (role === "agency" && label === "restricted");
      return shown ? [] : [name];
    }),
  );
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name]) => !hidden.has(name) && (shared === undefined || shared.includes(name)),
    ),
  );
}

export function formalityView(
  formality: Formality,
  kind: FormalityKind,
  reader: Reader,
  day: string,
  own: Facts = {},
): FormalityAnswer {
  const {
    kind: name,
    number,
    state,
    holder,
    agency,
    facts: open,
    code,
    begun,
    changed,
  } = formality;
  const as = actorIn(reader.role);
  const isPart = reader.relation === "part";
  const steps = kind.steps.filter(
    (step) =>
      step.from?.includes(state) === true &&
      as !== undefined &&
      step.by.includes(as) &&
      (!isPart || kind.parts?.steps.includes(step.step) === true),
  );
  const next = [...new Map(steps.map((step) => [step.step, step])).values()];
  return {
    kind: name,
    number,
    state,
    inForce: isInForce(formality, kind, day),
    holder,
    ...(agency === undefined ? {} : { agency }),
    facts: { ...shownFacts(open, kind, reader), ...own },
    // It proves that one has seen the whole.
    ...(isPart ? {} : { code }),
    begun,
    changed,
    ...(typeof open.erasedReason === "string" ? { erased: open.erasedReason } : {}),
    next: next.map(({ step, title, needs = [] }) => ({ step, title, needs: [...needs] })),
  };
}
