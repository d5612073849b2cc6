/** The relation of a principal to a formality, and the party as which it takes a step. */
import { type Formality, tinsIn } from "@customhouse/formalities";
import type { FormalityActor, FormalityKind, Register } from "@customhouse/model";
import { empowermentFor } from "@customhouse/traders";
import type { Relation, Role } from "./actions.ts";
import type { Principal } from "./principal.ts";

const ACTORS: Readonly<Record<Role, FormalityActor | undefined>> = {
  trader: "holder",
  officer: "customs",
  agency: "agency",
  administrator: "administrator",
  analyst: undefined,
};

/** As whom a role takes steps. An analyst takes none. */
export function actorIn(role: Role): FormalityActor | undefined {
  return ACTORS[role];
}

export function relationToFormality(
  principal: Principal,
  formality: Formality,
  kind: FormalityKind,
  register: Register,
  day: string,
): Relation {
  switch (principal.role) {
    case "trader": {
      return partyActedFor(principal, formality, kind, register, day)?.relation ?? "none";
    }
    case "agency":
      return formality.agency !== undefined && formality.agency === principal.agency
        ? "agency"
        : "none";
    case "officer":
      return "office";
    case "analyst":
    case "administrator":
      return "none";
  }
}

export interface PartyActedFor {
  readonly tin: string;
  readonly relation: "own" | "part";
}

/**
 * The party of the formality as which a trader sees it and takes steps: itself, before whom it represents; whose it is,
 * before who gives a part of it.
 */
export function partyActedFor(
  principal: Principal,
  { holder, facts }: Formality,
  { seenBy = [], parts }: FormalityKind,
  register: Register,
  day: string,
): PartyActedFor | undefined {
  const own = actedFor(principal, [holder, ...tinsIn(facts, seenBy)], register, day);
  if (own !== undefined) return { tin: own, relation: "own" };
  const filer = actedFor(principal, tinsIn(facts, parts?.filers ?? []), register, day);
  return filer === undefined ? undefined : { tin: filer, relation: "part" };
}

function actedFor(
  principal: Principal,
  tins: readonly string[],
  register: Register,
  day: string,
): string | undefined {
  return tins.includes(principal.tin ?? "")
    ? principal.tin
    : tins.find((tin) => mayActFor(principal, tin, register, day));
}

/** Itself, or whoever has empowered it for more than single acts on declarations. */
export function mayActFor(
  principal: Principal,
  tin: string,
  register: Register,
  day: string,
): boolean {
  if (principal.tin === undefined) return false;
  const ask = { representative: principal.tin, principal: tin, act: "formality", on: day };
  const empowerment = empowermentFor(ask, register);
  return empowerment !== undefined && empowerment !== "elsewhere";
}
