/** The debt region: assess, secure, ask for payment, give back. */
import type { Declaration, PaymentMethod } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { Case, DutyLine, Reservation } from "../case.ts";
import type { ReservationBody } from "../event.ts";
import { repeatedValues } from "../facts.ts";
import { isLpcoAccount, permitClaims, QUANTITY_DECIMALS } from "../lpco/claims.ts";
import { assessDuty, totalPayable } from "../tariff/assess.ts";
import { isQuotaAccount } from "../tariff/quota.ts";
import type { Draft } from "./draft.ts";

/** Computes the debt anew and tells it. */
export function assess(draft: Draft): void {
  const { country, now } = draft.context;
  tell(
    draft,
    "provisional",
    assessDuty(draft.declaration, country, draft.state.at.accepted ?? now),
  );
}

/** Tells the debt as it was computed: nothing about the declaration has changed since. */
export function tellAgain(draft: Draft, kind: "provisional" | "final"): void {
  tell(draft, kind, draft.state.duty);
}

function tell(draft: Draft, kind: "provisional" | "final", lines: readonly DutyLine[]): void {
  const { country } = draft.context;
  const total = totalPayable(lines, country);
  draft.add("DebtAssessed", { kind, lines, total, currency: country.currency });
}

/** Makes the debt certain: reserves on the declared accounts and of the permits, or asks for the money. */
export function secure(draft: Draft): void {
  const { country, permits } = draft.context;
  const lines = draft.state.assessed ? draft.state.duty : [];
  const { wanted: money, immediate } = demands(draft.declaration, lines, draft);
  const ofPermits =
    permits === undefined
      ? // Where the register was not asked, what is held of permits stays.
        held(draft.state, isLpcoAccount)
      : permitClaims(draft.declaration, country, permits);
  const ofQuotas = held(draft.state, isQuotaAccount);
  const changes = difference([...money, ...ofPermits, ...ofQuotas], draft.state.reserved);
  if (!draft.state.assessed && changes.length === 0) return;
  const unpaid = immediate.greaterThan(0);
  const short = changes.find(({ account }) => draft.context.shortAccounts?.has(account));
  if (short !== undefined) {
    const isMoney = short.unit === country.currency;
    draft.add("ReservationFailed", {
      account: short.account,
      amount: fromMinor(short.amountMinor, isMoney ? country.currencyDecimals : QUANTITY_DECIMALS),
      remindAt: draft.inDays(country.clearance.days.payment),
    });
    return;
  }
  draft.reservations.push(...changes);
  if (unpaid) {
    draft.add("PaymentRequested", {
      amount: immediate.toFixed(country.currencyDecimals),
      remindAt: draft.inDays(country.clearance.days.payment),
      ...(changes.length === 0 ? {} : { reservations: changes.map(asBody) }),
    });
    return;
  }
  draft.add("DebtReserved", { reservations: changes.map(asBody) });
}

function held({ reserved }: Case, which: (account: string) => boolean): readonly Reservation[] {
  return reserved
    .filter(({ account }) => which(account))
    .map((entry) => ({ ...entry, amountMinor: BigInt(entry.amountMinor) }));
}

/** The goods leave: what was reserved of their permits is used up. */
export function writeOffPermits(draft: Draft): void {
  const reservations = usedUp(draft, isLpcoAccount, "outside/lpco-used");
  if (reservations.length > 0) draft.add("PermitsWrittenOff", { reservations });
}

/** The goods are cleared: what was granted of quotas is used up. */
export function useQuotas(draft: Draft): void {
  const reservations = usedUp(draft, isQuotaAccount, "outside/quota-used");
  if (reservations.length > 0) draft.add("QuotaUsed", { reservations });
}

function usedUp(
  draft: Draft,
  which: (account: string) => boolean,
  to: string,
): readonly ReservationBody[] {
  const used = held(draft.state, which);
  draft.settlements.push(...used.map(({ unit, amountMinor }) => ({ to, unit, amountMinor })));
  return used.map((entry) => asBody({ ...entry, amountMinor: -entry.amountMinor }));
}

/** Returns all that is held, on cancellation or refusal. */
export function giveBack(draft: Draft): void {
  const all = draft.state.reserved;
  if (draft.state.debt === "none" || draft.state.debt === "returned") return;
  const returned = all.map((entry) => ({
    ...entry,
    amountMinor: (-BigInt(entry.amountMinor)).toString(),
  }));
  draft.reservations.push(
    ...returned.map((entry) => ({ ...entry, amountMinor: BigInt(entry.amountMinor) })),
  );
  draft.add("DebtReturned", { reservations: returned });
}

interface Demands {
  readonly wanted: readonly Reservation[];
  readonly immediate: Decimal;
}

function demands(declaration: Declaration, lines: readonly DutyLine[], draft: Draft): Demands {
  const { country } = draft.context;
  const wanted = new Map<string, Decimal>();
  let immediate = new Decimal(0);
  for (const line of lines) {
    const method = country.clearance.payment.find(
      (entry) => line.method !== undefined && entry.codes.includes(line.method),
    );
    if (method === undefined || method.simulated === true) continue;
    if (method.kind === "immediate") {
      immediate = immediate.plus(line.payable);
      continue;
    }
    const account = knownAccount(declaration, method, draft);
    if (account !== undefined)
      wanted.set(account, (wanted.get(account) ?? new Decimal(0)).plus(line.payable));
  }
  const unit = country.currency;
  const reservations = [...wanted].map(([account, amount]) => ({
    account,
    unit,
    amountMinor: toMinor(amount, country.currencyDecimals),
  }));
  return { wanted: reservations, immediate };
}

/** Accounts kept elsewhere are not ours to reserve on. */
function knownAccount(
  declaration: Declaration,
  method: PaymentMethod,
  draft: Draft,
): string | undefined {
  if (method.account === undefined) return undefined;
  const declared = repeatedValues(declaration, method.account);
  const listed = draft.context.country.register.accounts;
  return declared.find((number) => listed.some((entry) => entry.account === number));
}

function difference(
  wanted: readonly Reservation[],
  held: readonly {
    readonly account: string;
    readonly unit: string;
    readonly amountMinor: string;
  }[],
): readonly Reservation[] {
  const changes: Reservation[] = [];
  for (const entry of wanted) {
    const before = held.find(
      (other) => other.account === entry.account && other.unit === entry.unit,
    );
    const amountMinor = entry.amountMinor - BigInt(before?.amountMinor ?? "0");
    if (amountMinor !== 0n) changes.push({ ...entry, amountMinor });
  }
  for (const entry of held) {
    const still = wanted.some(
      (other) => other.account === entry.account && other.unit === entry.unit,
    );
    if (!still)
      changes.push({
        account: entry.account,
        unit: entry.unit,
        amountMinor: -BigInt(entry.amountMinor),
      });
  }
  return changes;
}

export function toMinor(amount: Decimal, decimals: number): bigint {
  return BigInt(amount.times(new Decimal(10).pow(decimals)).toFixed(0));
}

export function fromMinor(amountMinor: bigint, decimals: number): string {
  return new Decimal(amountMinor.toString()).div(new Decimal(10).pow(decimals)).toFixed(decimals);
}

function asBody(reservation: Reservation): ReservationBody {
  return { ...reservation, amountMinor: reservation.amountMinor.toString() };
}
