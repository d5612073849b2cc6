/** What a country wants of cargo filings before loading and arrival: criteria as data, asked of the whole picture. */
import type { Condition } from "./condition.ts";
import type { LocalisedText } from "./information-package.ts";

/** `doNotLoad` outweighs a request for screening, which outweighs one for information. */
export type FilingReferral = "askInformation" | "askScreening" | "doNotLoad";

export interface FilingCriterion {
  readonly id: string;
  /**
   * Asked of the filing: its fields by name, personal ones too, and `trigger`, `cargoMismatch` of the event that led
   * to this run.
   */
  readonly when: Condition;
  readonly leads: FilingReferral;
  /** Told to the filers. */
  readonly words: LocalisedText;
  /** An answer is enough by itself: no officer needs to read it. */
  readonly isAnswerEnough?: boolean;
  /** Why it exists: for officers only. */
  readonly reason: string;
  readonly owner: string;
  readonly reviewDate: string;
}
