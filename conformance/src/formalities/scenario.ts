/** Scenarios of formalities: who takes which step when, and what follows. Data for any implementation. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ContainerAlarmKind, Facts } from "@customhouse/model";

const folder = path.resolve(import.meta.dirname, "../../formalities");

export interface FormalityExpectation {
  /** Where it stands after the step. */
  readonly state: string;
  /** Function codes of what the holder, and whoever else is named for it, was told by the step. */
  readonly told?: readonly string[];
  /** Fields as they are then, personal ones too. */
  readonly has?: Readonly<Record<string, unknown>>;
  /** Code of the refusal; the state is then what it was. */
  readonly refused?: string;
  /** By how much an account, named `account unit`, differs from the scenario's start. Smallest parts of the unit. */
  readonly balances?: Readonly<Record<string, string>>;
}

export type FormalityScenarioStep = { readonly expect: FormalityExpectation } & (
  | { readonly advance: string }
  /** From now on a watch list with these names is in force. */
  | { readonly list: readonly string[] }
  | { readonly alarm: { readonly container: string; readonly kind: ContainerAlarmKind } }
  | {
      readonly step: string;
      readonly by: "holder" | "agency" | "customs" | "administrator" | "system";
      /** Whose hand it is, where that matters; else that of the role. */
      readonly hand?: string;
      /** TIN of the party that takes it, where several file their parts; absent: the holder. */
      readonly filer?: string;
      readonly facts?: Facts;
      readonly words?: string;
    }
);

export interface FormalityScenario {
  readonly title: string;
  readonly country: string;
  readonly kind: string;
  readonly holder: string;
  /** `{{number}}` in accounts is the number of the formality, `{{day+30}}` in facts a day after the stage's own. */
  readonly steps: readonly FormalityScenarioStep[];
}

export function formalityScenarios(): readonly {
  readonly name: string;
  readonly scenario: FormalityScenario;
}[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ""),
      scenario: JSON.parse(readFileSync(path.join(folder, file), "utf8")) as FormalityScenario,
    }));
}
