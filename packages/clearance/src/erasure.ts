/** When a case is over, and from when on its personal data may be erased. */
import { afterDays, type Country, type ErasureReason } from "@customhouse/model";
import type { Case } from "./case.ts";
import { CLOSED_CONTROL } from "./transitions.ts";

/** The parts of a case that can still be open, so that the case is not over. */
export type OpenPart = "control" | "agencies" | "debt" | "goods" | "dialogue" | "deadlines";

export type CaseEnd =
  /** ISO instant from which the period of keeping runs. */
  | { readonly isOver: true; readonly at: string }
  | { readonly isOver: false; readonly open: readonly OpenPart[] };

/** All four regions are final, nobody waits for an answer, and the clock has nothing more to do. */
export function endOf(state: Case): CaseEnd {
  const open = openParts(state);
  const { closed, cleared = "", exited = "" } = state.at;
  if (open.length > 0) return { isOver: false, open };
  return { isOver: true, at: closed ?? (exited > cleared ? exited : cleared) };
}

function openParts(state: Case): readonly OpenPart[] {
  const clock: readonly OpenPart[] = state.deadlines.length > 0 ? ["deadlines"] : [];
  if (CLOSED_CONTROL.has(state.control)) return clock;
  const { at, agencies, debt, goods, exitExpected, tasks, queries, requests } = state;
  const isOpen: Readonly<Record<Exclude<OpenPart, "deadlines">, boolean>> = {
    control: at.cleared === undefined || tasks.some((task) => task.state === "open"),
    agencies: agencies === "pending" || agencies === "held",
    debt: !["none", "final", "returned"].includes(debt) || isToBeCompleted(state),
    goods: exitExpected && goods !== "exited",
    dialogue:
      queries.some((query) => query.state === "open") ||
      requests.some((request) => request.state === "open"),
  };
  const parts = Object.keys(isOpen) as (keyof typeof isOpen)[];
  return [...parts.filter((part) => isOpen[part]), ...clock];
}

/** A simplified declaration lives on until another one owes its debt. */
function isToBeCompleted({ form, supplementedBy }: Case): boolean {
  return form === "simplified" && supplementedBy === undefined;
}

/** ISO instant. A court may order it as soon as the case is over. */
export function erasableFrom(
  endedAt: string,
  reason: ErasureReason,
  country: Pick<Country, "erasure" | "timeZone">,
): string {
  const days = reason === "court-order" ? 0 : (country.erasure?.retention?.days ?? 0);
  return afterDays(endedAt, days, country);
}
