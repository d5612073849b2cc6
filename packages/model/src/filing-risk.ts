/** A country's criteria for cargo filings before loading and arrival, as data over the parts of all filers. */
import type { Condition } from "./condition.ts";
import type { LocalisedText } from "./information-package.ts";

/** `doNotLoad` outweighs a request for screening, which outweighs one for information. */
export type FilingReferral = "askInformation" | "askScreening" | "doNotLoad";

export interface FilingCriterion {
  readonly id: string;
  /**
   * Asked of the filing: its fields by name, personal ones too; `trigger`, `cargoMismatch` of the event that led to this
   * run; and what the run found by itself. `screeningHits`: how many likenesses to watch lists people have not cleared.
   * It is missing where there was no answer in time, and then `screeningAnswered` is `no`; where no list is in force,
   * both are missing. `containerAlarms`: the kinds of alarms of its containers in the last 30 days.
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
