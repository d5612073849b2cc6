/** The reservations of a declaration on its permits: quantities, or values where the unit is a currency. */
import type {
  Country,
  Declaration,
  Registered,
  RegisteredByNumber,
  Reservation,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import { compileTariff } from "../tariff/compile.ts";
import { itemFacts } from "../tariff/item-facts.ts";
import { quantityIn } from "../tariff/quantities.ts";
import { type DeclaredPermit, declaredPermits } from "./declared.ts";

/** Quantities in the ledger have six decimals. */
export const QUANTITY_DECIMALS = 6;
const DECIMAL = /^\d{1,16}(\.\d{1,6})?$/;

const PREFIX = "lpco/";

export function lpcoAccount(number: string): string {
  return `${PREFIX}${number}`;
}

export function isLpcoAccount(account: string): boolean {
  return account.startsWith(PREFIX);
}

/**
 * One reservation for each permit with a balance. Permits without a quantity limit nothing. Items that an agency refused
 * take nothing: their permits are free for other goods.
 */
export function permitClaims(
  declaration: Declaration,
  country: Country,
  permits: RegisteredByNumber,
  refusedItems: ReadonlySet<number>,
): readonly Reservation[] {
  if (country.lpco === undefined) return [];
  const sums = new Map<string, Reservation>();
  for (const entry of declaredPermits(declaration, country.lpco)) {
    if (refusedItems.has(entry.itemIndex + 1)) continue;
    const permit = permits.get(entry.number);
    const claim = permit && measuredClaim(permit, entry, declaration, country);
    if (claim === undefined || claim === "unmeasured") continue;
    const before = sums.get(claim.account)?.amountMinor ?? 0n;
    sums.set(claim.account, { ...claim, amountMinor: before + claim.amountMinor });
  }
  return [...sums.values()];
}

export function measuredClaim(
  permit: Registered,
  entry: DeclaredPermit,
  declaration: Declaration,
  country: Country,
): Reservation | "unmeasured" | undefined {
  const { unit, quantity } = permit.facts;
  if (typeof unit !== "string" || quantity === undefined) return undefined;
  const isMoney = unit === country.currency;
  const declared = declaredAmount(unit, entry, declaration, country, isMoney);
  if (declared === undefined || declared.isNegative()) return "unmeasured";
  const decimals = isMoney ? country.currencyDecimals : QUANTITY_DECIMALS;
  const minor = declared.times(new Decimal(10).pow(decimals));
  // Rounded up: what is finer than the ledger may not be had for nothing.
  const amountMinor = BigInt(minor.toFixed(0, Decimal.ROUND_UP));
  return { account: lpcoAccount(permit.number), unit, amountMinor };
}

function declaredAmount(
  unit: string,
  { item, itemIndex, writeOff }: DeclaredPermit,
  declaration: Declaration,
  country: Country,
  isMoney: boolean,
): Decimal | undefined {
  if (isMoney) {
    const line = item.Commodity?.InvoiceLine;
    const currency = line?.["ItemChargeAmount@currencyID"] ?? country.currency;
    const amount = line?.ItemChargeAmount;
    return amount !== undefined && currency === unit ? new Decimal(amount) : undefined;
  }
  const whole = quantityIn(
    unit,
    itemFacts(item, itemIndex + 1, declaration),
    compileTariff(country.tariff),
  );
  if (writeOff === undefined || (writeOff.unit !== undefined && writeOff.unit !== unit))
    return whole;
  if (!DECIMAL.test(writeOff.quantity)) return undefined;
  const named = new Decimal(writeOff.quantity);
  // Less than the item holds cannot be written off for it.
  return whole !== undefined && named.lessThan(whole) ? whole : named;
}
