/** Refusals of what reads descriptions of goods: CH4451 to CH4459 of the risk registry. */
import { CodedError, type ErrorDefinition } from "@customhouse/model";

export const TEXT_ERRORS = {
  CH4451: {
    code: "CH4451",
    title: "No HS code",
    meaning: "A code has fewer digits than are to be learnt, or other characters than digits.",
    whatToDo: "Mend the row that is named, or learn fewer digits.",
  },
  CH4452: {
    code: "CH4452",
    title: "Too little to learn from",
    meaning:
      "Descriptions are learnt from at least 20 rows of at least two codes, and not from too many.",
    whatToDo: "Give more rows, or the rows of fewer codes.",
  },
  CH4453: {
    code: "CH4453",
    title: "Description model broken",
    meaning:
      "The model of descriptions is truncated, was changed after it was written, or is of another kind.",
    whatToDo: "Train again, or take the file from a copy.",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type TextErrorCode = keyof typeof TEXT_ERRORS;

/** Why a text was refused. Nothing has changed when it is thrown. */
export class TextError extends CodedError<TextErrorCode> {
  override readonly name = "TextError";

  constructor(code: TextErrorCode, detail?: string) {
    super(TEXT_ERRORS[code], detail);
  }
}
