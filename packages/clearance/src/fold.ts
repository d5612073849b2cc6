/** Small steps of folding that many events share. */
import type { Deadline } from "@customhouse/model";
import type { Case } from "./case.ts";
import type { ReservationBody } from "./event.ts";

/** Replaces the deadline of this kind; without a time there is none any more. */
export function withDeadline(state: Case, kind: string, dueAt?: string): Case {
  const others = state.deadlines.filter((deadline) => deadline.kind !== kind);
  const deadlines: readonly Deadline[] =
    dueAt === undefined ? others : [...others, { kind, dueAt }];
  return { ...state, deadlines };
}

export function dueOf(state: Case, kind: string): string | undefined {
  return state.deadlines.find((deadline) => deadline.kind === kind)?.dueAt;
}

/** The reservations of the case after these were added. Sums of zero are left out. */
export function added(state: Case, bodies: readonly ReservationBody[]): Case["reserved"] {
  const sums = new Map(state.reserved.map((entry) => [`${entry.account} ${entry.unit}`, entry]));
  for (const body of bodies) {
    const key = `${body.account} ${body.unit}`;
    const before = BigInt(sums.get(key)?.amountMinor ?? "0");
    const amountMinor = (before + BigInt(body.amountMinor)).toString();
    sums.set(key, { account: body.account, unit: body.unit, amountMinor });
  }
  return [...sums.values()].filter((entry) => entry.amountMinor !== "0");
}
