/** A passed deadline of a formality: takes the step it is set for, or asks the behaviour of the kind. */
import {
  type Act,
  behaviourOf,
  type ClockStep,
  type Formality,
  type LookUp,
} from "@customhouse/formalities";
import type { PassedDeadline } from "../../../platform/jobs/take-due.ts";
import { nextTurn, urgencyOf } from "../../../platform/jobs/work-priority.ts";
import { coreRefused, noSuchDeclaration, type Refused } from "../../../platform/refusal.ts";
import type { FormalityResult } from "../contract.ts";
import { stepIn } from "../deadline-kind.ts";
import type { FormalityParts } from "../parts.ts";
import { stepFormality } from "../step/step-formality.ts";
import { lookUp } from "./look-up.ts";
import { perform } from "./perform.ts";

async function strikeClock(
  parts: FormalityParts,
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
  parts: FormalityParts,
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

function carryOut(parts: FormalityParts, effect: LookUp | Act): Promise<unknown> {
  switch (effect.effect) {
    case "command":
      return parts.declarations.command(effect);
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

/** Takes the step of a passed deadline. A refusal says that the formality has moved on meanwhile. */
export async function passDeadline(
  parts: FormalityParts,
  due: PassedDeadline,
): Promise<FormalityResult> {
  const stored = await parts.store.load({ caseId: due.caseId });
  if (stored === undefined) return noSuchDeclaration();
  await nextTurn(urgencyOf(due.dueAt, parts.clock()));
  return strikeClock(parts, stored.formality, stepIn(due));
}
