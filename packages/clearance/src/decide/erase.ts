/** The case goes on record as erased. The shell deletes what it holds apart; what is left are codes, digests and proofs. */
import type { ErasePersonalData } from "../command.ts";
import { endOf, erasableFrom } from "../erasure.ts";
import { refuse } from "../errors.ts";
import type { Draft, Step } from "./draft.ts";

export function erase(draft: Draft, { reason, legalBasis, by }: ErasePersonalData): Step {
  const { state, context } = draft;
  const { country, now } = context;
  const known = country.erasure?.legalBases.some(({ code }) => code === legalBasis) ?? false;
  if (!known) return refuse("CH3003", `The country names no legal basis ${legalBasis}.`);
  const end = endOf(state);
  if (!end.isOver) return refuse("CH3003", `It is not over: ${end.open.join(", ")}.`);
  const from = erasableFrom(end.at, reason, country);
  if (from > now) return refuse("CH3003", `It may be erased from ${from} on.`);
  draft.add("PersonalDataErased", { reason, legalBasis, by });
  return undefined;
}
