/** The debt region: assess, secure, ask for payment, give back. */
import type { Declaration, PaymentMethod } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { Case, DutyLine, Reservation } from "../case.ts";
import type { ReservationBody } from "../event.ts";
import { repeatedValues } from "../facts.ts";
import { isLpcoAccount, permitClaims, QUANTITY_DECIMALS } from "../lpco/claims.ts";
import { assessDuty, totalPayable } from "../tariff/assess.ts";
import type { Draft } from "./draft.ts";

/** Computes the debt and tells it. `kind` final repeats the lines that were secured. */
export function assess(draft: Draft, kind: "provisional" | "final"): void {
  const { country, now } = draft.context;
  const lines =
    kind === "final"
      ? draft.state.duty
      : assessDuty(draft.declaration, country, draft.state.at.accepted ?? now);
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
      ? heldOfPermits(draft.state)
      : permitClaims(draft.declaration, country, permits);
  const changes = difference([...money, ...ofPermits], draft.state.reserved);
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

/** Where the register was not asked, what is held of permits stays. */
function heldOfPermits({ reserved }: Case): readonly Reservation[] {
  return reserved
    .filter(({ account }) => isLpcoAccount(account))
    .map((entry) => ({ ...entry, amountMinor: BigInt(entry.amountMinor) }));
}

/** The goods leave: what was reserved of their permits is used up. */
export function writeOffPermits(draft: Draft): void {
  const used = draft.state.reserved.filter(({ account }) => isLpcoAccount(account));
  if (used.length === 0) return;
  draft.settlements.push(
    ...used.map(({ unit, amountMinor }) => ({
      to: USED,
      unit,
      amountMinor: BigInt(amountMinor),
    })),
  );
  draft.add("PermitsWrittenOff", {
    reservations: used.map((entry) => ({
      ...entry,
      amountMinor: (-BigInt(entry.amountMinor)).toString(),
    })),
  });
}

const USED = "outside/lpco-used";

/** Returns all that is held, on cancellation or refusal. */
export function giveBack(draft: Draft): void {
  const held = draft.state.reserved;
  if (draft.state.debt === "none" || draft.state.debt === "returned") return;
  const returned = held.map((entry) => ({
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
