/** What is wrong with a rule, or kept it from being decided. */
import type { RiskErrorCode } from "../errors.ts";

export interface Place {
  /** Characters of the condition, from 0; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What stands in the message and is the same in every language: names, types of the rule language, numbers. */
export interface ProblemValues {
  readonly found?: string;
  readonly allowed?: string;
}

/** A rule was refused. */
export interface RuleProblem extends ProblemValues {
  /** Identifier of the rule, or `#` and its position. */
  readonly rule: string;
  readonly code: RiskErrorCode;
  readonly message: string;
  readonly place?: Place;
}

/** Ends the reading of one condition; caught where conditions are compiled. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RiskErrorCode;
  readonly place: Place;
  readonly values: ProblemValues;

  constructor(code: RiskErrorCode, message: string, place: Place, values: ProblemValues = {}) {
    super(message);
    this.code = code;
    this.place = { start: place.start, end: place.end };
    this.values = values;
  }
}
