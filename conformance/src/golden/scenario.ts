/**
 * Golden scenarios: message in, clock, messages out. The files are plain JSON and XML, so that another implementation
 * can play them; `{{mrn}}` in a message stands for the MRN that the declaration was given.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Expectation {
  /** Function codes of the notifications made by this step, in order. */
  readonly told: readonly string[];
  /** The step is refused with this code and changes nothing. */
  readonly refused?: string;
  /** The step repeats an earlier one and is given the same answer. */
  readonly replayed?: boolean;
}

export type GoldenStep =
  | { readonly send: string; readonly expect: Expectation }
  /** ISO 8601 duration in days, hours or minutes. */
  | { readonly advance: string; readonly expect: Expectation }
  | { readonly act: Readonly<Record<string, unknown>>; readonly expect: Expectation };

export interface GoldenScenario {
  readonly title: string;
  readonly country: string;
  /** ISO instant at which the clock stands at first. */
  readonly start: string;
  readonly steps: readonly GoldenStep[];
  /** Fields of the case at the end. */
  readonly state: Readonly<Record<string, unknown>>;
}

const ROOT = path.resolve(import.meta.dirname, "../..");

export function goldenScenarios(): readonly {
  readonly name: string;
  readonly scenario: GoldenScenario;
}[] {
  const folder = path.join(ROOT, "scenarios");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: path.basename(file, ".json"),
      scenario: JSON.parse(readFileSync(path.join(folder, file), "utf8")) as GoldenScenario,
    }));
}

export function goldenMessage(file: string): string {
  return readFileSync(path.join(ROOT, "messages", file), "utf8");
}

/** Milliseconds of `P11D`, `PT1H`, `PT15M`. */
export function durationMs(text: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  if (match === null || text === "P")
    throw new SyntaxError(`${text} is not a duration that is used here`);
  const [days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000;
}
