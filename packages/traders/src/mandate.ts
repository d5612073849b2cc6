/** Who may act for whom: what a mandate covers, and who owes the debt then. */
import { compareDecimals, type Mandate, type Register } from "@customhouse/model";

export interface ActFor {
  readonly representative: string;
  readonly principal: string;
  /** For example `lodge`. */
  readonly act: string;
  /** Requested procedure codes of the goods items. */
  readonly procedures?: readonly string[];
  /** Invoice total in the country's currency, a decimal. */
  readonly amount?: string;
  /** ISO day. */
  readonly on: string;
}

/** `own`: the trader itself. `elsewhere`: its mandates are kept in another register and not ours to judge. */
export type Empowerment = "own" | "elsewhere" | Mandate;

export function empowermentFor(ask: ActFor, register: Register): Empowerment | undefined {
  if (ask.representative === ask.principal) return "own";
  const covering = mandatesOf(ask.representative, register).find(
    (mandate) => mandate.principal === ask.principal && covers(mandate, ask),
  );
  if (covering !== undefined) return covering;
  const listed = traderIn(ask.principal, register) !== undefined;
  return register.policy === "open" && !listed ? "elsewhere" : undefined;
}

function covers(mandate: Mandate, ask: ActFor): boolean {
  const { acts, procedures, greatestAmount } = mandate;
  if (!isValidOn(mandate, ask.on)) return false;
  if (acts !== undefined && !acts.includes(ask.act)) return false;
  if (procedures !== undefined && ask.procedures !== undefined) {
    const all = ask.procedures.every((code) => procedures.some((start) => code.startsWith(start)));
    if (!all) return false;
  }
  if (greatestAmount === undefined || ask.amount === undefined) return true;
  // An amount that cannot be compared is not covered.
  const difference = compareDecimals(ask.amount, greatestAmount);
  return difference !== undefined && difference <= 0;
}

export function isValidOn({ validFrom, validTo }: Mandate, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}

/** Who owes the debt of a declaration lodged under this empowerment. */
export function debtorsUnder(
  empowerment: Empowerment,
  principal: string,
  representative: string,
): readonly string[] {
  const indirect = typeof empowerment === "object" && empowerment.capacity === "indirect";
  return indirect ? [principal, representative] : [principal];
}

/** The trader itself and all who have empowered it in any way. */
export function principalsOf(tin: string, register: Register): readonly string[] {
  return [...new Set([tin, ...mandatesOf(tin, register).map(({ principal }) => principal)])];
}

type Mandates = Register["mandates"];
type Traders = Register["traders"];
type Trader = Traders[number];

const byRepresentative = new WeakMap<Mandates, ReadonlyMap<string, readonly Mandate[]>>();
const byTin = new WeakMap<Traders, ReadonlyMap<string, Trader>>();

function mandatesOf(representative: string, { mandates }: Register): readonly Mandate[] {
  let index = byRepresentative.get(mandates);
  if (index === undefined) {
    index = Map.groupBy(mandates, (mandate) => mandate.representative);
    byRepresentative.set(mandates, index);
  }
  return index.get(representative) ?? [];
}

export function traderIn(tin: string | undefined, { traders }: Register): Trader | undefined {
  let index = byTin.get(traders);
  if (index === undefined) {
    index = new Map(traders.map((trader) => [trader.tin, trader]));
    byTin.set(traders, index);
  }
  return tin === undefined ? undefined : index.get(tin);
}
