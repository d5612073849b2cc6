/**
 * The reservations for a debt: the amounts themselves, the security of a deferment, and the full duty where a critical
 * quota may run out.
 */
import type { Country, Declaration, PaymentMethod, Reservation } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { DutyLine } from "../case.ts";
import { repeatedValues } from "../facts.ts";
import { dutyUnderLaw } from "../simplified/duty.ts";
import { dutyWithGrants } from "../tariff/quota.ts";
import type { Draft } from "./draft.ts";

export interface Demands {
  readonly wanted: readonly Reservation[];
  readonly immediate: Decimal;
  /** An account that has to be there and is not in force, with what it should have borne. */
  readonly lacking?: { readonly account: string; readonly amount: Decimal };
}

/** Sums by account, and the first account that is lacking. */
class Wanted {
  readonly sums = new Map<string, Decimal>();
  lacking: Demands["lacking"];

  add(account: string, amount: Decimal): void {
    if (!amount.isZero())
      this.sums.set(account, (this.sums.get(account) ?? new Decimal(0)).plus(amount));
  }
}

export function demands(lines: readonly DutyLine[], draft: Draft): Demands {
  const { country } = draft.context;
  const wanted = new Wanted();
  const immediate = addLines(wanted, lines, draft);
  secureCriticalQuotas(wanted, lines, draft);
  secureDeferments(wanted, draft);
  const unit = country.currency;
  const { currencyDecimals } = country;
  const reservations = [...wanted.sums].map(([account, amount]) => ({
    account,
    unit,
    amountMinor: toMinor(amount, currencyDecimals),
  }));
  const { lacking } = wanted;
  return { wanted: reservations, immediate, ...(lacking === undefined ? {} : { lacking }) };
}

function addLines(wanted: Wanted, lines: readonly DutyLine[], draft: Draft): Decimal {
  let immediate = new Decimal(0);
  for (const line of lines) {
    const method = methodOf(line, draft.context.country);
    if (method === undefined) continue;
    if (method.kind === "immediate") {
      immediate = immediate.plus(line.payable);
      continue;
    }
    const account = knownAccount(draft.declaration, method, draft.context.country);
    if (account !== undefined) wanted.add(account, new Decimal(line.payable));
  }
  return immediate;
}

/** The account, kept here, that bears the line. Undefined: it is paid in another way, or not at all. */
export function bearingAccount(
  line: DutyLine,
  declaration: Declaration,
  country: Country,
): string | undefined {
  const method = methodOf(line, country);
  return method?.kind === "account" ? knownAccount(declaration, method, country) : undefined;
}

function methodOf(line: DutyLine, { clearance }: Country): PaymentMethod | undefined {
  const method = clearance.payment.find(
    (entry) => line.method !== undefined && entry.codes.includes(line.method),
  );
  return method?.simulated === true ? undefined : method;
}

/** Accounts kept elsewhere are not ours to reserve on. */
function knownAccount(
  declaration: Declaration,
  method: PaymentMethod,
  { register }: Country,
): string | undefined {
  if (method.account === undefined) return undefined;
  const declared = repeatedValues(declaration, method.account);
  return declared.find((number) => register.accounts.some((entry) => entry.account === number));
}

/**
 * Little is left of the quota: until the share is known, what the goods would cost without it is secured, on the
 * account that the declaration names.
 */
function secureCriticalQuotas(wanted: Wanted, lines: readonly DutyLine[], draft: Draft): void {
  const { quota } = draft.state;
  const critical = quota?.open === true ? (quota.critical ?? []) : [];
  if (quota === undefined || critical.length === 0) return;
  const { country } = draft.context;
  const claims = quota.claims.map((claim) => ({
    ...claim,
    grantedMinor: critical.includes(claim.account) ? "0" : claim.amountMinor,
  }));
  const on = draft.lawDay();
  const full = sum(
    dutyWithGrants(draft.declaration, claims, country.currencyDecimals, (version) =>
      dutyUnderLaw(version, country, draft.state, on),
    ),
  );
  const difference = full.minus(sum(lines));
  if (!difference.isPositive() || difference.isZero()) return;
  const account = country.clearance.payment
    .filter((method) => method.kind === "account")
    .map((method) => knownAccount(draft.declaration, method, country))
    .find((found) => found !== undefined);
  if (account === undefined) wanted.lacking ??= { account: critical[0] ?? "", amount: difference };
  else wanted.add(account, difference);
}

function sum(lines: readonly DutyLine[]): Decimal {
  return lines.reduce((total, line) => total.plus(line.payable), new Decimal(0));
}

/** A deferment account owes later what it takes now: its guarantee bears a share, less for whom the country trusts. */
function secureDeferments(wanted: Wanted, draft: Draft): void {
  const { country } = draft.context;
  const rule = country.clearance.defermentSecurity;
  if (rule === undefined) return;
  const { accounts, traders } = country.register;
  for (const [name, amount] of [...wanted.sums]) {
    const deferment = accounts.find(
      ({ account, kind }) => account === name && kind === "deferment",
    );
    if (deferment?.securedBy === undefined) continue;
    const held = traders.find(({ tin }) => tin === deferment.holder)?.authorisations ?? [];
    const reduced = rule.reduced.find(({ authorisations }) =>
      authorisations.some((one) => held.includes(one)),
    );
    const share = amount
      .times(reduced?.percent ?? rule.percent)
      .div(100)
      .toDecimalPlaces(country.currencyDecimals, Decimal.ROUND_UP);
    if (share.isZero()) continue;
    const guarantee = accounts.find(
      ({ account, holder }) => account === deferment.securedBy && holder === deferment.holder,
    );
    if (guarantee === undefined) wanted.lacking ??= { account: deferment.securedBy, amount: share };
    else wanted.add(guarantee.account, share);
  }
}

export function toMinor(amount: Decimal, decimals: number): bigint {
  return BigInt(amount.times(new Decimal(10).pow(decimals)).toFixed(0));
}

export function fromMinor(amountMinor: bigint, decimals: number): string {
  const negative = amountMinor < 0n;
  const digits = `${negative ? -amountMinor : amountMinor}`.padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const fraction = decimals === 0 ? "" : `.${digits.slice(point)}`;
  return `${negative ? "-" : ""}${digits.slice(0, point)}${fraction}`;
}
