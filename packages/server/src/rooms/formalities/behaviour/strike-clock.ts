/** What the clock does to a formality: the step it is set for, or what the behaviour of the kind makes of it. */
import {
  type Act,
  behaviourOf,
  type ClockStep,
  type Formality,
  type LookUp,
} from "@customhouse/formalities";
import { coreRefused, type Refused } from "../../../platform/refusal.ts";
import type { ActResult, FormalityResult } from "../../declarations/contract.ts";
import { act, actOn } from "../../declarations/decide/act.ts";
import type { MainPathParts } from "../../declarations/parts.ts";
import { stepFormality } from "../step/step-formality.ts";
import { lookUp } from "./look-up.ts";
import { perform } from "./perform.ts";

export async function strikeClock(
  parts: MainPathParts,
  formality: Formality,
  step: string,
): Promise<FormalityResult> {
  const { country } = parts;
  const kind = country.formalities.find((entry) => entry.kind === formality.kind);
  const strikes = behaviourOf(kind).whenClockStrikes?.[step];
  if (strikes === undefined) return takeClockStep(parts, formality, { kind: "step", step });
  const next = await perform(strikes(formality, country), (effect) => carryOut(parts, effect));
  if ("status" in next) return next as Refused;
  return next.kind === "refused" ? coreRefused(next) : takeClockStep(parts, formality, next);
}

function takeClockStep(
  parts: MainPathParts,
  { number }: Formality,
  { step, subject = "clock", facts = {}, known, letter }: ClockStep,
): Promise<FormalityResult> {
  return stepFormality(parts, {
    number,
    step,
    by: { as: "system", subject },
    facts,
    ...(known === undefined ? {} : { known }),
    ...(letter === undefined ? {} : { words: letter.join("\n"), letter }),
  });
}

function carryOut(parts: MainPathParts, effect: LookUp | Act): Promise<unknown> {
  switch (effect.effect) {
    case "command":
      return giveCommand(parts, effect);
    case "takeStep": {
      const { number, step, subject, facts, key } = effect;
      return stepFormality(parts, {
        number,
        step,
        by: { as: "system", subject },
        facts,
        ...(key === undefined ? {} : { idempotencyKey: key }),
      });
    }
    default:
      return lookUp(parts, effect);
  }
}

/** Undefined: there is no such declaration. Where somebody else was quicker the case is read anew. */
async function giveCommand(
  parts: MainPathParts,
  { mrn, command, subject, key, tries = 1 }: Extract<Act, { readonly effect: "command" }>,
): Promise<ActResult | undefined> {
  let stored = await parts.store.loadByMrn(mrn);
  if (stored === undefined) return undefined;
  const { caseId } = stored.case;
  if (key !== undefined)
    return act(parts, { subject, role: "system" }, caseId, command, { idempotencyKey: key });
  for (let tried = 1; ; tried += 1) {
    const result = await actOn(parts, stored, command);
    const isLate = result.status === "refused" && result.httpStatus === 409;
    if (!isLate || tried === tries) return result;
    stored = (await parts.store.load(caseId)) ?? stored;
  }
}
