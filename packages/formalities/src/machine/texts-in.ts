import type { Fact, Facts } from "@customhouse/model";

/** The texts of a fact that is a list; of any other fact, none. */
export function textsIn(fact: Fact | undefined): readonly string[] {
  return Array.isArray(fact) ? fact.filter((entry) => typeof entry === "string") : [];
}

/** The TINs in these facts, each of which holds one or several. */
export function tinsIn(facts: Facts, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const fact = facts[name];
    return typeof fact === "string" ? [fact] : textsIn(fact);
  });
}
