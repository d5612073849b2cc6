/**
 * The register on a day: the country's folder, with what formalities registered here since. Registrations, mandates,
 * authorisations and accounts count as they are in force on the day, so that the rest of the house asks one register.
 */
import type { FormalityKind, Register } from "@customhouse/model";
import { type Formality, isInForce } from "../machine/state.ts";
import { behaviourOf, type RegisterPart } from "./behaviour.ts";

/** Names of the kinds whose formalities the register has to know. */
export function registeringKinds(kinds: readonly FormalityKind[]): readonly string[] {
  return kinds.flatMap((kind) => (behaviourOf(kind).register === undefined ? [] : [kind.kind]));
}

export function registerOn(
  base: Register,
  kinds: readonly FormalityKind[],
  formalities: readonly Formality[],
  day: string,
): Register {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  const parts = formalities.flatMap((formality): readonly RegisterPart[] => {
    const kind = byName.get(formality.kind);
    const part = kind && behaviourOf(kind).register?.(formality, isInForce(formality, kind, day));
    return part === undefined ? [] : [part];
  });
  const granted = Map.groupBy(
    parts.flatMap(({ authorised }) => (authorised === undefined ? [] : [authorised])),
    ({ tin }) => tin,
  );
  const codesOf = (tin: string) => (granted.get(tin) ?? []).flatMap(({ codes }) => codes);
  // A registration here replaces the folder's, also when it is suspended, merged or closed.
  const replaced = new Set(parts.map(({ replaces }) => replaces));
  const kept = base.traders.filter(({ tin }) => !replaced.has(tin));
  const traders = [...kept, ...parts.flatMap((part) => part.traders ?? [])];
  return {
    ...base,
    traders: traders.map((trader) => withCodes(trader, codesOf(trader.tin))),
    notInForce: parts.flatMap((part) => part.notInForce ?? []),
    mandates: [
      ...base.mandates.filter(
        ({ validFrom = "", validTo = day }) => validFrom <= day && day <= validTo,
      ),
      ...parts.flatMap((part) => part.mandates ?? []),
    ],
    recognitions: [
      ...(base.recognitions ?? []),
      ...parts.flatMap((part) => part.recognitions ?? []),
    ],
    authorisations: [
      ...(base.authorisations ?? []),
      ...parts.flatMap((part) => part.authorisations ?? []),
    ],
    accounts: [...base.accounts, ...parts.flatMap((part) => part.accounts ?? [])],
  };
}

type Trader = Register["traders"][number];

function withCodes(trader: Trader, more: readonly string[]): Trader {
  return more.length === 0
    ? trader
    : { ...trader, authorisations: [...trader.authorisations, ...more] };
}
