/** The manifest in the life of a declaration: matched at acceptance, written off at release, given back on cancel. */
import {
  type CargoLine,
  type CargoMatch,
  declaredAccount,
  declaredCargo,
  isManifestAccount,
  matchCargo,
} from "../cargo/match.ts";
import type { CargoState } from "../case.ts";
import { refuse } from "../errors.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import { difference, usedUp } from "./debt.ts";
import type { Draft, Step } from "./draft.ts";

/** Compares anew. What is taken over is reserved with the debt; what does not match never stops a declaration by itself. */
export function takeOverCargo(draft: Draft): void {
  const { country, cargo: lines, shortAccounts } = draft.context;
  if (lines === undefined || country.cargo === undefined) return;
  const declared = declaredCargo(draft.declaration, country);
  const before = draft.state.cargo;
  if (declared === undefined) {
    if (before !== undefined) tell(draft, { claims: [], mismatches: [] }, []);
    return;
  }
  const held = new Map(
    draft.state.reserved
      .filter(({ account }) => isManifestAccount(account))
      .map(({ account, amountMinor }) => [account, BigInt(amountMinor)]),
  );
  // Another declaration was quicker: nothing more is to be had of that line.
  const known = lines.map(
    (line): CargoLine =>
      shortAccounts?.has(`manifest/${line.number}`) === true ? { ...line, leftMinor: 0n } : line,
  );
  tell(draft, matchCargo(declared, known, country.cargo, held), declared.containers);
}

/** Reported after acceptance. Where the debt is blocked, what is taken over is reserved when the debt is. */
export function matchCargoAnew(draft: Draft): Step {
  const { control, at } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (at.accepted === undefined || at.released !== undefined)
    return refuse("CH3003", "Cargo is matched between acceptance and release.");
  takeOverCargo(draft);
  if (draft.events.length === 0) return refuse("CH3003", "The manifest says what it said before.");
  const wanted = (draft.state.cargo?.claims ?? []).map(({ account, unit, amountMinor }) => ({
    account,
    unit,
    amountMinor: BigInt(amountMinor),
  }));
  // A report that is closed since gives back what was taken of it.
  const changes = difference(
    wanted,
    draft.state.reserved.filter(({ account }) => isManifestAccount(account)),
  );
  const { debt } = draft.state;
  if (changes.length === 0 || (debt !== "none" && debt !== "reserved")) return undefined;
  draft.reservations.push(...changes);
  draft.add("DebtReserved", {
    reservations: changes.map((entry) => ({ ...entry, amountMinor: entry.amountMinor.toString() })),
  });
  return undefined;
}

function tell(draft: Draft, match: CargoMatch, containers: readonly string[]): void {
  const found = { ...match, ...(containers.length === 0 ? {} : { containers }) };
  const before = draft.state.cargo;
  if (before !== undefined && textOf(found) === textOf(before)) return;
  draft.add("CargoMatched", { ...found, tellAt: draft.context.now });
}

/** A stored object may come back with its keys in another order: values are compared one by one. */
function textOf({ claims, mismatches, containers = [] }: CargoState): string {
  return JSON.stringify([
    claims.map(({ report, account, unit, amountMinor }) => [report, account, unit, amountMinor]),
    mismatches.map(({ code, document, declared, reported }) => [
      code,
      document,
      declared,
      reported,
    ]),
    containers,
  ]);
}

/** The goods are released: the manifest is written off for what they were, and whoever holds them is told. */
export function writeOffCargo(draft: Draft): void {
  const reservations = usedUp(draft, isManifestAccount, declaredAccount);
  if (reservations.length > 0)
    draft.add("CargoWrittenOff", { reservations, tellAt: draft.context.now });
}
