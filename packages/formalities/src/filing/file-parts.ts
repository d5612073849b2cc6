/** A filer's part of a filing, put with what the others gave; what nobody could compare with a list is refused. */
import type { Prepared, StepAsked } from "../behaviour/behaviour.ts";
import { type LookingUp, readPersonal } from "../behaviour/effects.ts";
import { type FormalityRefusal, refuseStep } from "../errors.ts";
import { factProblems } from "../machine/facts.ts";
import { filedIn, filedOnly, openOnly, storedAs } from "./given.ts";
import { filedProblems, tooManyNames } from "./parties.ts";
import { filingPicture } from "./picture.ts";

const MAX_TOLD = 20;

/** Nothing, where the step gives no part of a filing. */
export function* fileParts({
  kind,
  before,
  filer,
  facts: asked,
}: StepAsked): LookingUp<Prepared | FormalityRefusal> {
  const part = filedOnly(asked);
  if (filer === undefined || Object.keys(part).length === 0) return {};
  const { consignments } = part;
  const own = consignments === undefined ? [] : filedProblems(consignments);
  const wrong = refusalOf(
    factProblems(part, kind),
    own.map(({ pointer, message }) => `consignments${pointer}: ${message}.`),
  );
  if (wrong !== undefined) return wrong;
  const earlier = before === undefined ? {} : filedIn(yield* readPersonal(before), before);
  const by = { ...earlier, [filer]: { ...earlier[filer], ...part } };
  const { facts, differ } = filingPicture(by);
  const { goods: _, ...whole } = facts;
  const tooMuch = refusalOf(
    factProblems(whole, kind),
    tooManyNames(facts.consignments).map(({ message }) => `consignments: ${message}.`),
  );
  if (tooMuch !== undefined)
    return { ...tooMuch, message: `With what others filed: ${tooMuch.message}` };
  const differed = before?.facts.filersDiffer !== undefined;
  return {
    personal: storedAs(by),
    known: {
      ...openOnly(facts),
      ...(differ.length > 0 || differed ? { filersDiffer: differ } : {}),
    },
  };
}

function refusalOf(
  problems: ReturnType<typeof factProblems>,
  more: readonly string[],
): FormalityRefusal | undefined {
  const told = [...problems.map(({ field, message }) => `${field}: ${message}`), ...more];
  return told.length === 0 ? undefined : refuseStep("CH3204", told.slice(0, MAX_TOLD).join(" "));
}
