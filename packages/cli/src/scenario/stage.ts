/** What a scenario is played on: a server in this process whose clock the player moves. */
import type { Case } from "@customhouse/clearance";
import type { Formality } from "@customhouse/formalities";
import type { ContainerAlarmKind, Country } from "@customhouse/model";
import type { Declarations, Formalities } from "@customhouse/server";

export interface StoredHistoryEvent {
  readonly type: string;
  readonly v: number;
  readonly at: string;
  readonly body: unknown;
}

export interface Stage {
  readonly country: Country;
  readonly declarations: Declarations;
  readonly formalities: Pick<Formalities, "step" | "personalFacts">;
  now(): Date;
  moveTo(instant: Date): void;
  /** A scenario's draws and MRNs follow from its name, whatever was played before it. */
  begin(scenario: string): void;
  /** Every deadline that has come, as commands, until none is due. */
  passDeadlines(): Promise<void>;
  /** Due times of the open deadlines of these cases, earliest first. */
  nextDeadline(caseIds: readonly string[]): Promise<Date | undefined>;
  read(caseId: string): Promise<Case>;
  /** Its events as they are stored, oldest first. */
  history(caseId: string): Promise<readonly StoredHistoryEvent[]>;
  /** Function codes told so far, in order. */
  told(caseId: string): Promise<readonly string[]>;
  /** What the newest notification says in words of each error; null where it tells the code alone. */
  said(caseId: string): Promise<readonly (string | null)[]>;
  /** The code in the newest letter to the holder; empty where there is none. */
  codeInLetter(caseId: string): Promise<string>;
  readFormality(number: string): Promise<Formality>;
  /** In the smallest parts of the unit; an account that was never opened has nothing. */
  balance(account: string, unit: string): Promise<bigint>;
  /** From now on a watch list with these names is in force, and everybody known is compared with it. */
  watchFor(names: readonly string[]): Promise<void>;
  /** An alarm of a container, now, and what follows from it at once. */
  reportAlarm(alarm: {
    readonly container: string;
    readonly kind: ContainerAlarmKind;
  }): Promise<void>;
  close(): Promise<void>;
}
