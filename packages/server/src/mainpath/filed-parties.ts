/** Parties of a filing that could not be read would go past the watch lists: such a filing is refused. */
import type { Refusal } from "@customhouse/clearance";
import { factProblems } from "@customhouse/clearance";
import { type Facts, type FormalityKind, filedProblems } from "@customhouse/model";

const MAX_TOLD = 20;

/** `personal`: the personal fields that were given. */
export function unreadableParties(kind: FormalityKind, personal: Facts): Refusal | undefined {
  const { consignments } = personal;
  if (kind.kind !== "filing" || consignments === undefined) return undefined;
  const [tooLong] = factProblems({ consignments }, kind);
  const problems = filedProblems(consignments).slice(0, MAX_TOLD);
  const told = problems.map(({ pointer, message }) => `consignments${pointer}: ${message}.`);
  if (tooLong !== undefined) told.unshift(`${tooLong.field}: ${tooLong.message}`);
  return told.length === 0
    ? undefined
    : { kind: "refused", code: "CH3204", message: told.join(" ") };
}
