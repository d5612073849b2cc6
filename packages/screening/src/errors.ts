/** Refusals of screening: CH4401 to CH4449 of the risk registry, and CH4471. */
import { CodedError, type ErrorDefinition } from "@customhouse/model";

export const SCREENING_ERRORS = {
  CH4401: {
    code: "CH4401",
    title: "Party cannot be screened",
    meaning: "A party has no name, or a name, alias or other field that is too long or too many.",
    whatToDo: "Mend the party that is named; the others are not affected.",
  },
  CH4402: {
    code: "CH4402",
    title: "List entry not sound",
    meaning: "An entry of a watch list lacks an identifier or a name, or holds too much.",
    whatToDo: "Mend the entry, or take the list again from its publisher.",
  },
  CH4403: {
    code: "CH4403",
    title: "List entry twice",
    meaning: "Two entries of one list have the same identifier, so that nobody knows which counts.",
    whatToDo: "Keep one entry for each identifier of a list.",
  },
  CH4404: {
    code: "CH4404",
    title: "Threshold out of range",
    meaning:
      "The threshold must be from 0.8 to 1: below it, parties that share one word would be missed.",
    whatToDo: "Give a threshold from 0.8 to 1.",
  },
  CH4410: {
    code: "CH4410",
    title: "Hit is not in a state for this",
    meaning: "The act does not fit where the hit stands.",
    whatToDo: "Read the hit again: it is reviewed first, then confirmed, and ends there.",
  },
  CH4411: {
    code: "CH4411",
    title: "Second officer must be another",
    meaning: "A review counts only when a second, different officer confirms it.",
    whatToDo: "Let another officer confirm or send back the review.",
  },
  CH4412: {
    code: "CH4412",
    title: "Reason missing",
    meaning: "Calling a hit false, or sending a review back, needs a reason in words.",
    whatToDo: "Say why, in at most 2000 characters.",
  },
  CH4413: {
    code: "CH4413",
    title: "Retention is over",
    meaning: "The day has passed after which the personal data of this hit may not be used.",
    whatToDo: "Erase the hit, and screen the party again if there is a reason to.",
  },
  CH4420: {
    code: "CH4420",
    title: "List has broken rows",
    meaning: "More rows of the list are broken than is tolerated. Nothing of it is in use.",
    whatToDo: "Mend the rows that are named, or say how many may be left out.",
  },
  CH4421: {
    code: "CH4421",
    title: "List cannot be read",
    meaning:
      "The file is not a table of comma-separated values with a header that names at least id and name.",
    whatToDo: "See docs/RISK.md for the columns of a list.",
  },
  CH4422: {
    code: "CH4422",
    title: "List too large, or empty",
    meaning: "The list has no sound row, or more rows than can be screened at once.",
    whatToDo: "Check that the file is whole, or split the list.",
  },
  CH4471: {
    code: "CH4471",
    title: "Open-source item not sound",
    meaning: "An item lacks its source, licence or dates, or holds too much.",
    whatToDo:
      "Say where the item comes from, under what licence, when it was taken and until when it counts.",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type ScreeningErrorCode = keyof typeof SCREENING_ERRORS;

/** Why screening was refused. Nothing has changed when it is thrown. */
export class ScreeningError extends CodedError<ScreeningErrorCode> {
  override readonly name = "ScreeningError";

  constructor(code: ScreeningErrorCode, detail?: string) {
    super(SCREENING_ERRORS[code], detail);
  }
}
