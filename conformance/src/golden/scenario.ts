/**
 * Golden scenarios: messages, steps and the clock in; what is told, what stands and what moved out. The files are plain
 * JSON and XML, so that another implementation can play them.
 *
 * In messages, facts and expectations `{{name}}` is the MRN or number of what the scenario calls so, `{{name.code}}` what
 * a formality is proved by, `{{name.letter}}` the code in its newest letter, `{{mrn}}` the MRN of what the step is on,
 * `{{lrn}}` a reference of the message's own, `{{day+30}}` a day after the stage's own. `{{name=text}}` in a message is
 * `text` unless the step's `with` says otherwise.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ContainerAlarmKind } from "@customhouse/model";

export interface Expectation {
  /** Function codes of the notifications about what the step is on, since they were last looked at, in order. */
  readonly told: readonly string[];
  /** What the newest of them says of each error, in the language of who is told; null: the code alone. */
  readonly said?: readonly (string | null)[];
  /** The step is refused with this code and changes nothing. */
  readonly refused?: string;
  /** The step repeats an earlier one and is given the same answer. */
  readonly replayed?: boolean;
  /** Fields of what the step is on, by path: `facts.takenOver`, `checks.0.agency`. Null: it is not there. */
  readonly has?: Readonly<Record<string, unknown>>;
  /** Fields of the newest event of each type. */
  readonly events?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** By how much an account, named `account unit`, differs from the scenario's start. Smallest parts of the unit. */
  readonly balances?: Readonly<Record<string, string>>;
}

interface OnOne {
  readonly expect: Expectation;
  /** What the step is on; absent: `declaration`. */
  readonly on?: string;
}

export interface SendStep extends OnOne {
  readonly send: string;
  /** What the scenario calls the declaration that this makes; absent: `declaration`. */
  readonly as?: string;
  readonly with?: Readonly<Record<string, string>>;
  /** TIN of the trader that sends it; absent: the system. */
  readonly from?: string;
}

export interface FormalityStep extends OnOne {
  readonly step: string;
  readonly by: "holder" | "agency" | "customs" | "administrator" | "system";
  /** One that begins: its kind, its holder, and what the scenario calls it. */
  readonly kind?: string;
  readonly holder?: string;
  readonly as?: string;
  readonly hand?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly words?: string;
}

export type GoldenStep =
  | SendStep
  | FormalityStep
  /** ISO 8601 duration in days, hours or minutes. */
  | (OnOne & { readonly advance: string })
  | (OnOne & { readonly act: Readonly<Record<string, unknown>> })
  /** A movement message of a community system. */
  | (OnOne & { readonly move: string; readonly with?: Readonly<Record<string, string>> })
  /** Somebody reports an alarm of a container. */
  | (OnOne & {
      readonly alarm: { readonly container: string; readonly kind: ContainerAlarmKind };
    })
  /** Nothing is done: what has become of one. */
  | (OnOne & { readonly look: true });

export interface GoldenScenario {
  readonly title: string;
  readonly country: string;
  /** ISO instant at which the clock stands at first. */
  readonly start: string;
  /** It needs the law or the accounts of its own start: no other scenario may have been played there before. */
  readonly alone?: true;
  readonly steps: readonly GoldenStep[];
  /** Fields of `declaration` at the end. */
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
