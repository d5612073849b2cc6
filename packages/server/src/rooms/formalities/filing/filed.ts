/** A filer's part of a filing, put with what the others gave; what nobody could compare with a list is refused. */
import {
  type Formality,
  type FormalityRefusal,
  factProblems,
  filedProblems,
  filingPicture,
  tooManyNames,
} from "@customhouse/formalities";
import type { Facts, FormalityKind } from "@customhouse/model";
import type { NewPayload } from "../../../platform/commit/types.ts";
import type { FormalityAsk } from "../../declarations/contract.ts";
import type { MainPathParts } from "../../declarations/parts.ts";
import { payloadOf, storedPersonal } from "../step/personal-facts.ts";
import { filedIn, filedOnly, openOnly, storedAs } from "./filed-by.ts";

const MAX_TOLD = 20;

export interface FiledPart {
  readonly refusal?: FormalityRefusal;
  /** The personal fields of all filers. */
  readonly kept?: NewPayload;
  /** What follows for the fields that are open. */
  readonly known?: Facts;
}

/** Nothing, where the step gives no part of a filing. */
export async function filed(
  parts: Pick<MainPathParts, "store">,
  before: Formality | undefined,
  ask: FormalityAsk,
  kind: FormalityKind,
): Promise<FiledPart> {
  const part = filedOnly(ask.facts);
  const filer = ask.filer ?? before?.holder ?? ask.holder;
  if (kind.kind !== "filing" || filer === undefined || Object.keys(part).length === 0) return {};
  const { consignments } = part;
  const own = consignments === undefined ? [] : filedProblems(consignments);
  const wrong = refusalOf(
    factProblems(part, kind),
    own.map(({ pointer, message }) => `consignments${pointer}: ${message}.`),
  );
  if (wrong !== undefined) return { refusal: wrong };
  const earlier = before === undefined ? {} : filedIn(await storedPersonal(parts, before), before);
  const by = { ...earlier, [filer]: { ...earlier[filer], ...part } };
  const { facts, differ } = filingPicture(by);
  const { goods: _, ...whole } = facts;
  const tooMuch = refusalOf(
    factProblems(whole, kind),
    tooManyNames(facts.consignments).map(({ message }) => `consignments: ${message}.`),
  );
  if (tooMuch !== undefined)
    return { refusal: { ...tooMuch, message: `With what others filed: ${tooMuch.message}` } };
  const differed = before?.facts.filersDiffer !== undefined;
  return {
    kept: payloadOf(storedAs(by)),
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
  return told.length === 0
    ? undefined
    : { kind: "refused", code: "CH3204", message: told.slice(0, MAX_TOLD).join(" ") };
}
