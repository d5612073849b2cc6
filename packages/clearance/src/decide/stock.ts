/** Special procedures in the life of a declaration: what enters is planned at acceptance and booked at release. */
import type { Reservation } from "@customhouse/model";
import type { ReservationBody } from "../event.ts";
import { isStockAccount, stockBookings } from "../stock/movements.ts";
import { usedUp } from "./debt.ts";
import type { Draft } from "./draft.ts";

/** The counter account of every stock: goods come from it when they enter and go to it when they leave. */
const OUTSIDE = "outside/stock";

/** Records which goods of this version will enter a stock. Goods that leave one are reserved together with the debt. */
export function planStock(draft: Draft): void {
  const entering = stockBookings(draft.declaration, draft.context.country, "enter").map(asBody);
  const before = draft.state.stock?.entering ?? [];
  if (textOf(entering) !== textOf(before)) draft.add("StockPlanned", { entering });
}

function textOf(entries: readonly ReservationBody[]): string {
  return entries
    .map(({ account, unit, amountMinor }) => `${account} ${unit} ${amountMinor}`)
    .join("\n");
}

/** The goods are released: what is planned enters, what was reserved has left. */
export function moveStock(draft: Draft): void {
  const left = usedUp(draft, isStockAccount, OUTSIDE);
  const entered = draft.state.stock?.entering ?? [];
  if (left.length === 0 && entered.length === 0) return;
  draft.reservations.push(...entered.map((entry) => ({ ...moved(entry, -1n), floorIfNew: 0n })));
  draft.add("StockMoved", { entered, left });
}

/** Undoes what release had booked. False: some of it has left the stock already. */
export function restoreStock(draft: Draft): boolean {
  const { stock } = draft.state;
  if (stock === undefined || stock.isMoved !== true) return true;
  const { shortAccounts } = draft.context;
  if (stock.entering.some(({ account }) => shortAccounts?.has(account))) return false;
  draft.reservations.push(
    ...stock.entering.map((entry) => moved(entry, 1n)),
    ...(stock.left ?? []).map((entry) => moved(entry, 1n)),
  );
  draft.add("StockRestored", {});
  return true;
}

/** `left` holds what was taken as a negative amount, as it was subtracted from what the case held. */
function moved(entry: ReservationBody, sign: bigint): Reservation {
  const { account, unit, amountMinor } = entry;
  return { account, unit, amountMinor: sign * BigInt(amountMinor), counter: OUTSIDE };
}

function asBody(entry: Reservation): ReservationBody {
  return { ...entry, amountMinor: entry.amountMinor.toString() };
}
