/** Double entry: every reservation is a transfer between two accounts, so that all accounts together stay at zero. */
import { caseAccount } from "@customhouse/clearance";
import type { Reservation, Settlement } from "@customhouse/model";

export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  /** More than zero. */
  readonly amountMinor: bigint;
}

export function transfersOf(caseId: string, reservations: readonly Reservation[]): Transfer[] {
  return reservations.flatMap(({ account, unit, amountMinor, counter }) => {
    const other = counter ?? caseAccount(caseId);
    if (amountMinor === 0n) return [];
    return amountMinor > 0n
      ? [{ from: account, to: other, unit, amountMinor }]
      : [{ from: other, to: account, unit, amountMinor: -amountMinor }];
  });
}

export function settledFrom(caseId: string, settlements: readonly Settlement[]): Transfer[] {
  const from = caseAccount(caseId);
  return settlements.map(({ to, unit, amountMinor }) => ({ from, to, unit, amountMinor }));
}
