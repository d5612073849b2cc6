/** What an appeal that was allowed does to what it was against: a declaration, an offence, an audit. */
import type { Formality } from "@customhouse/formalities";
import type { Lane } from "@customhouse/model";
import type { ActResult, FormalityResult } from "../declarations/contract.ts";
import { actOn } from "../declarations/decide/act.ts";
import type { MainPathParts } from "../declarations/parts.ts";
import { stepFormality } from "./step/step-formality.ts";

const BY = { as: "system", subject: "appeals" } as const;
/** It was carried out before the connection was lost. */
const ALREADY = "CH3020";

export async function carryOutAppeal(
  parts: MainPathParts,
  appeal: Formality,
): Promise<FormalityResult> {
  const against = text(appeal, "against") ?? "";
  const onCase = await correctDeclaration(parts, appeal, against);
  if (onCase?.status === "refused" && onCase.code !== ALREADY) return onCase;
  const onFormality =
    onCase === undefined ? await correctFormality(parts, appeal, against) : undefined;
  if (onFormality?.status === "refused" && onFormality.httpStatus !== 422) return onFormality;
  return stepFormality(parts, {
    number: appeal.number,
    step: "carryOut",
    by: BY,
    facts: {},
    known: { effects: effectsOf(appeal, onCase, onFormality) },
  });
}

/** Undefined: it was not against a declaration that is here. */
async function correctDeclaration(
  parts: MainPathParts,
  appeal: Formality,
  mrn: string,
): Promise<ActResult | undefined> {
  const stored = await parts.store.loadByMrn(mrn);
  if (stored === undefined) return undefined;
  const label = text(appeal, "correctedLabel");
  const lane = text(appeal, "correctedLane") as Lane | undefined;
  return actOn(parts, stored, {
    type: "CarryOutAppeal",
    appeal: appeal.number,
    restoreQuota: text(appeal, "restoreQuota") === "yes",
    ...(label === undefined ? {} : { label }),
    ...(lane === undefined ? {} : { lane }),
  });
}

/** An offence or audit is annulled. What has no such step stays as it is: whoever decided it decides anew. */
async function correctFormality(
  parts: MainPathParts,
  appeal: Formality,
  number: string,
): Promise<FormalityResult | undefined> {
  const stored = await parts.store.loadFormality({ number });
  const isWhole = text(appeal, "outcome") === "allowed";
  if (stored === undefined || !isWhole) return undefined;
  const label = text(appeal, "correctedLabel");
  return stepFormality(parts, {
    number,
    step: "correctByAppeal",
    by: BY,
    facts: label === undefined ? {} : { correctedLabel: label },
    idempotencyKey: `${appeal.number}/${number}`,
  });
}

function effectsOf(
  appeal: Formality,
  onCase: ActResult | undefined,
  onFormality: FormalityResult | undefined,
): readonly string[] {
  const { refund, restoreQuota, correctedLabel, correctedLane } = appeal.facts;
  const reached = onCase !== undefined || onFormality?.status === "done";
  return [
    ...(refund === undefined ? [] : ["refund"]),
    ...(onCase !== undefined && restoreQuota === "yes" ? ["quota"] : []),
    ...(reached && correctedLabel !== undefined ? ["label"] : []),
    ...(onCase !== undefined && correctedLane !== undefined ? ["lane"] : []),
    ...(onFormality?.status === "done" ? ["annulled"] : []),
  ];
}

function text({ facts }: Formality, name: string): string | undefined {
  const value = facts[name];
  return typeof value === "string" ? value : undefined;
}
