/** How a principal stands to a formality, and as whom it takes a step. */
import type { Formality } from "@customhouse/clearance";
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
      const party = partyActedFor(principal, formality, kind, register, day);
      return party === undefined ? "none" : "own";
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

/** TIN of the party of the formality as which a trader sees it and takes steps: itself, before whom it represents. */
export function partyActedFor(
  principal: Principal,
  formality: Formality,
  kind: FormalityKind,
  register: Register,
  day: string,
): string | undefined {
  const parties = [formality.holder, ...seenBy(formality, kind)];
  return parties.includes(principal.tin ?? "")
    ? principal.tin
    : parties.find((tin) => mayActFor(principal, tin, register, day));
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

function seenBy({ facts }: Formality, kind: FormalityKind): readonly string[] {
  return (kind.seenBy ?? []).flatMap((name) => {
    const value = facts[name];
    return typeof value === "string" ? [value] : [];
  });
}
