/** A formality that is over goes on record as erased, in any kind; the shell deletes what it holds apart. */
import { erasableFrom } from "@customhouse/clearance";
import {
  applyStep,
  type Formality,
  type FormalityEvent,
  formalityEndOf,
} from "@customhouse/formalities";
import type { FormalityKind, FormalityStep } from "@customhouse/model";
import { once } from "../../platform/once.ts";
import { coreRefused, noSuchDeclaration, notCommitted } from "../../platform/refusal.ts";
import type { FormalityErasure, FormalityResult } from "./contract.ts";
import type { FormalityParts } from "./parts.ts";
import { commitStep } from "./step/commit-step.ts";

/** The step of an erasure, for every kind. Nobody is notified: readers of the formality see it. */
const ERASE: FormalityStep = {
  step: "erase",
  title: {
    en: "Personal data erased",
    fr: "Données personnelles effacées",
    es: "Datos personales borrados",
    ar: "مُحيت البيانات الشخصية",
  },
  by: ["administrator", "system"],
};

export async function eraseFormality(
  parts: FormalityParts,
  ask: FormalityErasure,
): Promise<FormalityResult> {
  const stored = await parts.store.load({ number: ask.number });
  const kind = parts.country.formalities.find((entry) => entry.kind === stored?.formality.kind);
  if (stored === undefined || kind === undefined) return noSuchDeclaration();
  const before = stored.formality;
  const at = parts.clock().toISOString();
  const why = refusal(parts, before, kind, ask, at);
  if (why !== undefined) return coreRefused({ kind: "refused", code: "CH3202", message: why });
  const event = eventOf(before, ask, at);
  const formality = applyStep(before, event, before.caseId, kind, parts.country);
  const { result, terms } = await commitStep(parts, {
    kind,
    taken: {
      ...{ kind: "taken", event, formality, definition: ERASE },
      ...{ reservations: [], opens: [] },
    },
    notices: [],
    actCount: stored.actCount,
    payloads: [],
    request: undefined,
  });
  if (result.status === "idempotent-replay") throw new Error("a replay of what has no key");
  if (result.status !== "committed") return notCommitted(result);
  parts.registerChanged([formality]);
  return { status: "done", formality, promise: once(() => parts.sign(terms)) };
}

function refusal(
  { country }: Pick<FormalityParts, "country">,
  before: Formality,
  kind: FormalityKind,
  { reason, legalBasis }: FormalityErasure,
  now: string,
): string | undefined {
  if (before.facts.erasedReason !== undefined) return "Its personal data were erased already.";
  if (!country.erasure?.legalBases.some(({ code }) => code === legalBasis)) {
    return `The country names no legal basis ${legalBasis}.`;
  }
  const end = formalityEndOf(before, kind);
  if (!end.isOver) return `It is not over: it is ${before.state}.`;
  const from = erasableFrom(end.at, reason, country);
  return from > now ? `It may be erased from ${from} on.` : undefined;
}

function eventOf(before: Formality, ask: FormalityErasure, at: string): FormalityEvent {
  const { kind, number, code, holder, agency, state } = before;
  return {
    type: "FormalityStepTaken",
    v: 1,
    at,
    body: {
      ...{ kind, number, code, holder },
      ...(agency === undefined ? {} : { agency }),
      ...{ step: ERASE.step, state, by: ask.by },
      facts: { erasedReason: ask.reason, erasedBasis: ask.legalBasis },
    },
  };
}
