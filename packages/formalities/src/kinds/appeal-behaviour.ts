/** The effects of an allowed appeal on the case that it was against: a declaration, an offence or an audit. */
import type { Lane } from "@customhouse/model";
import { type ClockStep, text } from "../behaviour/behaviour.ts";
import {
  type Acting,
  command,
  findFormality,
  type Outcome,
  type RefusedOutcome,
  takeOtherStep,
} from "../behaviour/effects.ts";
import type { Formality } from "../machine/state.ts";

const SUBJECT = "appeals";
/** It was carried out before the connection was lost. */
const ALREADY = "CH3020";

export function* carryOut(appeal: Formality): Acting<ClockStep | RefusedOutcome> {
  const against = text(appeal.facts, "against") ?? "";
  const onDeclaration = yield* correctDeclaration(appeal, against);
  if (onDeclaration?.status === "refused" && onDeclaration.code !== ALREADY) return onDeclaration;
  const onFormality =
    onDeclaration === undefined ? yield* correctFormality(appeal, against) : undefined;
  if (onFormality?.status === "refused" && onFormality.httpStatus !== 422) return onFormality;
  return {
    kind: "step",
    step: "carryOut",
    subject: SUBJECT,
    known: { effects: effectsOf(appeal, onDeclaration, onFormality) },
  };
}

/** Undefined: it was not against a declaration that is here. */
function correctDeclaration({ number, facts }: Formality, mrn: string) {
  const label = text(facts, "correctedLabel");
  const lane = text(facts, "correctedLane") as Lane | undefined;
  return command({
    mrn,
    subject: SUBJECT,
    command: {
      type: "CarryOutAppeal",
      appeal: number,
      restoreQuota: text(facts, "restoreQuota") === "yes",
      ...(label === undefined ? {} : { label }),
      ...(lane === undefined ? {} : { lane }),
    },
  });
}

/** An offence or audit is annulled. What has no such step stays as it is: whoever decided it decides anew. */
function* correctFormality(
  { number: appeal, facts }: Formality,
  number: string,
): Acting<Outcome | undefined> {
  const found = yield* findFormality(number);
  if (found === undefined || text(facts, "outcome") !== "allowed") return undefined;
  const label = text(facts, "correctedLabel");
  return yield* takeOtherStep({
    number,
    step: "correctByAppeal",
    subject: SUBJECT,
    facts: label === undefined ? {} : { correctedLabel: label },
    key: `${appeal}/${number}`,
  });
}

function effectsOf(
  { facts }: Formality,
  onDeclaration: Outcome | undefined,
  onFormality: Outcome | undefined,
): readonly string[] {
  const { refund, restoreQuota, correctedLabel, correctedLane } = facts;
  const reached = onDeclaration !== undefined || onFormality?.status === "done";
  return [
    ...(refund === undefined ? [] : ["refund"]),
    ...(onDeclaration !== undefined && restoreQuota === "yes" ? ["quota"] : []),
    ...(reached && correctedLabel !== undefined ? ["label"] : []),
    ...(onDeclaration !== undefined && correctedLane !== undefined ? ["lane"] : []),
    ...(onFormality?.status === "done" ? ["annulled"] : []),
  ];
}
