/** When a formality is over. */
import type { FormalityKind } from "@customhouse/model";
import type { Formality } from "./state.ts";

export type FormalityEnd =
  /** ISO instant from which the period of keeping runs. */
  | { readonly isOver: true; readonly at: string }
  | { readonly isOver: false; readonly open: readonly ("control" | "deadlines")[] };

/** In a state in which nothing more can happen, and the clock has nothing more to do. */
export function formalityEndOf(
  { state, changed, deadlines }: Formality,
  kind: FormalityKind,
): FormalityEnd {
  const open: ("control" | "deadlines")[] = kind.states[state]?.closed === true ? [] : ["control"];
  if (deadlines.length > 0) open.push("deadlines");
  return open.length > 0 ? { isOver: false, open } : { isOver: true, at: changed };
}
