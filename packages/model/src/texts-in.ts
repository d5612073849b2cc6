import type { Fact } from "./formality.ts";

/** The texts of a fact that is a list; of any other fact, none. */
export function textsIn(fact: Fact | undefined): readonly string[] {
  return Array.isArray(fact) ? fact.filter((entry) => typeof entry === "string") : [];
}
