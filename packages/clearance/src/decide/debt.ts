/** The debt region: assess, secure, ask for payment, give back. */
import type { Reservation } from "@customhouse/model";
import type { Case, DutyLine } from "../case.ts";
import type { ReservationBody } from "../event.ts";
import { isLpcoAccount, permitClaims, QUANTITY_DECIMALS } from "../lpco/claims.ts";
import { dutyUnderLaw } from "../simplified/duty.ts";
import { wantedRights } from "../simplified/named.ts";
import { isStockAccount, stockBookings } from "../stock/movements.ts";
import { totalPayable } from "../tariff/assess.ts";
import { isQuotaAccount } from "../tariff/quota.ts";
import type { Draft } from "./draft.ts";
import { demands, fromMinor } from "./money.ts";

/** Computes the debt anew and tells it. */
export function assess(draft: Draft): void {
  const { country } = draft.context;
  const lines = dutyUnderLaw(draft.declaration, country, draft.state, draft.lawDay());
  tell(draft, "provisional", lines);
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
  const { country } = draft.context;
  const lines = draft.state.assessed ? draft.state.duty : [];
  const { wanted: money, immediate, lacking } = demands(lines, draft);
  const ofPermits = wantedOfPermits(draft);
  const ofQuotas = held(draft.state, isQuotaAccount);
  const isErased = Object.keys(draft.declaration).length === 0;
  const ofStock = isErased
    ? held(draft.state, isStockAccount)
    : draft.state.form === "supplementary"
      ? []
      : stockBookings(draft.declaration, country, "leave");
  const ofCargo = (draft.state.cargo?.claims ?? []).map(({ account, unit, amountMinor }) => ({
    account,
    unit,
    amountMinor: BigInt(amountMinor),
  }));
  // First of all: whoever may not complete a declaration is asked for no money.
  const rights = wantedRights(draft.state);
  const wanted = [...rights, ...money, ...ofPermits, ...ofQuotas, ...ofStock, ...ofCargo];
  const changes = difference(wanted, draft.state.reserved);
  if (!draft.state.assessed && changes.length === 0) return;
  if (lacking !== undefined) {
    const { currencyDecimals } = country;
    failed(draft, lacking.account, lacking.amount.toFixed(currencyDecimals));
    return;
  }
  const unpaid = immediate.greaterThan(0);
  const short = changes.find(({ account }) => draft.context.shortAccounts?.has(account));
  if (short !== undefined) {
    const isMoney = short.unit === country.currency;
    const decimals = isMoney ? country.currencyDecimals : QUANTITY_DECIMALS;
    failed(draft, short.account, fromMinor(short.amountMinor, decimals));
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

/** The reservations on permits that the declaration needs. Where the register was not asked, the present ones stay. */
function wantedOfPermits({ state, declaration, context }: Draft): readonly Reservation[] {
  const { country, permits } = context;
  // They were written off when the simplified declaration let the goods go.
  if (state.form === "supplementary") return [];
  const refused = state.checks.filter((check) => check.state === "refused");
  return permits === undefined
    ? held(state, isLpcoAccount)
    : permitClaims(declaration, country, permits, new Set(refused.map(({ item }) => item)));
}

/**
 * When an agency refuses an item, what it took of its permit is given back; when the refusal is taken back, it is reserved
 * again. False: the permit no longer has enough, since another declaration took it meanwhile.
 */
export function adjustPermits(draft: Draft): boolean {
  const ofPermits = draft.state.reserved.filter(({ account }) => isLpcoAccount(account));
  const changes = difference(wantedOfPermits(draft), ofPermits);
  if (changes.some(({ account }) => draft.context.shortAccounts?.has(account))) return false;
  if (changes.length === 0) return true;
  draft.reservations.push(...changes);
  draft.add("PermitsAdjusted", { reservations: changes.map(asBody) });
  return true;
}

function failed(draft: Draft, account: string, amount: string): void {
  const remindAt = draft.inDays(draft.context.country.clearance.days.payment);
  draft.add("ReservationFailed", { account, amount, remindAt });
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

/** Passes on for good what the case holds of such accounts. */
export function usedUp(
  draft: Draft,
  which: (account: string) => boolean,
  to: string | ((account: string) => string),
): readonly ReservationBody[] {
  const used = held(draft.state, which);
  draft.settlements.push(
    ...used.map(({ account, unit, amountMinor }) => ({
      to: typeof to === "string" ? to : to(account),
      unit,
      amountMinor,
    })),
  );
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

/** What to reserve and to give back, so that what is wanted is held and nothing else. */
export function difference(
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

function asBody(reservation: Reservation): ReservationBody {
  return { ...reservation, amountMinor: reservation.amountMinor.toString() };
}
