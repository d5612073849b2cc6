/** `--set name=value`, as often as needed: a comma makes a list where the kind has one, `@file` reads JSON. */
import type { Fact, Facts, FormalityKind } from "@customhouse/model";
import { UserError } from "./fail.ts";
import { readInput } from "./files.ts";

const LISTS: ReadonlySet<string> = new Set(["codes", "tins", "commodities", "references"]);

export function collect(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, given];
}

export async function factsOf(
  given: readonly string[],
  kind: FormalityKind | undefined,
): Promise<Facts> {
  const facts: Record<string, Fact> = {};
  for (const one of given) {
    const at = one.indexOf("=");
    if (at < 1)
      throw new UserError(`${one} is not name=value.`, "Write it like --set validTo=2027-12-31.");
    const name = one.slice(0, at);
    const value = one.slice(at + 1);
    const type = kind?.fields.find((field) => field.name === name)?.type ?? "text";
    if (value.startsWith("@")) facts[name] = await jsonIn(value.slice(1));
    else facts[name] = LISTS.has(type) ? value.split(",").filter((part) => part !== "") : value;
  }
  return facts;
}

/** The server says what is wrong with it. */
async function jsonIn(file: string): Promise<Fact> {
  const bytes = await readInput(file);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new UserError(`${file} is not JSON.`, "Give a file with one JSON value.");
  }
}
