/** What a scenario has made so far, by the names that it gives, and the texts that speak of it. */

import type { Stage } from "@customhouse/cli/scenario-stage";
import { addDays, legalDay } from "@customhouse/model";

export interface Thing {
  readonly caseId: string;
  /** MRN of a declaration, number of a formality. */
  readonly number: string;
  readonly isFormality: boolean;
  /** How many of its notifications were looked at. */
  seen: number;
}

export type World = Map<string, Thing>;

const PLACEHOLDER = /\{\{([a-zA-Z]\w*)(?:\.(code|letter)|([+-]\d{1,5}))?(?:=([^}]*))?\}\}/g;

/** `given`: values of the step's own, before those of the world. */
export async function filled(
  stage: Stage,
  world: World,
  text: string,
  given: Readonly<Record<string, string>> = {},
): Promise<string> {
  const values = new Map<string, string>();
  for (const match of text.matchAll(PLACEHOLDER))
    values.set(match[0], await textOf(stage, world, match, given));
  return text.replace(PLACEHOLDER, (whole) => values.get(whole) ?? whole);
}

async function textOf(
  stage: Stage,
  world: World,
  [whole, name = "", part, days, otherwise]: RegExpMatchArray,
  given: Readonly<Record<string, string>>,
): Promise<string> {
  if (name === "day" && days !== undefined)
    return addDays(legalDay(stage.now(), stage.country), Number(days));
  const own = given[name];
  if (own !== undefined) return filled(stage, world, own);
  const thing = world.get(name);
  if (thing === undefined) {
    if (otherwise === undefined) throw new Error(`${whole} is nothing in this scenario`);
    return otherwise;
  }
  if (part === "letter") return stage.codeInLetter(thing.caseId);
  return part === "code" ? ((await stage.readFormality(thing.number)).code ?? "") : thing.number;
}

/** `facts.takenOver`, `checks.0.agency`. Null: there is nothing. */
export function fieldAt(root: unknown, path: string): unknown {
  const found = path
    .split(".")
    .reduce<unknown>(
      (at, key) =>
        typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined,
      root,
    );
  return found ?? null;
}
