/** Refusals of learning and scoring: CH4101 to CH4199 of the risk registry, and CH4607. */
import { CodedError, type ErrorDefinition } from "@customhouse/model";

export const LEARNING_ERRORS = {
  CH4101: {
    code: "CH4101",
    title: "Unknown column",
    meaning: "The table or its schema does not have a column that is named.",
    whatToDo: "Compare the header of the table with the schema file.",
  },
  CH4102: {
    code: "CH4102",
    title: "Not a number, or not a day",
    meaning:
      "A number column holds something else, or a number beyond single precision (3.4e38); or a date column something else than an ISO day.",
    whatToDo:
      "Mend the row, or leave the field empty where the value is not known. A day is written as 2026-01-31.",
  },
  CH4103: {
    code: "CH4103",
    title: "Target not 0 or 1",
    meaning: "What is to be learnt must be 0 or 1 in every row.",
    whatToDo: "Mend the row, or leave it out where the result of the inspection is not known.",
  },
  CH4104: {
    code: "CH4104",
    title: "One class only",
    meaning: "Every row has the same result, so that there is nothing to learn or to judge by.",
    whatToDo: "Add rows of the other class.",
  },
  CH4105: {
    code: "CH4105",
    title: "Identifier twice",
    meaning: "Two rows have the same identifier: one declaration would be learnt twice.",
    whatToDo: "Keep one row for each declaration.",
  },
  CH4106: {
    code: "CH4106",
    title: "Target leaks",
    meaning:
      "One column by itself tells the target exactly or almost so, or is the target. It was most likely written after the inspection.",
    whatToDo:
      "Take the column out of the schema. Where it is told when something was first seen, put the table in the order of time.",
  },
  CH4107: {
    code: "CH4107",
    title: "Model file broken",
    meaning:
      "The model file is truncated, was changed after it was written, is of another kind or too large, or holds what no score can be made of.",
    whatToDo: "Train again, or take the file from a copy. A model in use is not touched.",
  },
  CH4108: {
    code: "CH4108",
    title: "Schema not right",
    meaning:
      "The schema does not have the shape of a schema, or names what is not there or stands twice.",
    whatToDo: "See docs/RISK.md for the shape and an example.",
  },
  CH4109: {
    code: "CH4109",
    title: "Too large, or empty",
    meaning:
      "The table has no rows, or more rows or columns than can be learnt at once, or trees are to be too deep.",
    whatToDo:
      "Give fewer rows, for example the last years only; ask for trees of depth 16 at most.",
  },
  CH4110: {
    code: "CH4110",
    title: "Table cannot be read",
    meaning: "The file is not a table of comma-separated values with a header.",
    whatToDo: "Mend the line that is named.",
  },
  CH4111: {
    code: "CH4111",
    title: "Score no number",
    meaning: "A model gives a row a score that is no finite number.",
    whatToDo: "Train the model again. What it has said of other rows is not to be relied on.",
  },
  CH4607: {
    code: "CH4607",
    title: "Booster not taken",
    meaning:
      "The file is no XGBoost JSON model of trees for a yes or no with numeric splits, or is not sound.",
    whatToDo: "Save a gbtree booster of binary:logistic with feature names and without categories.",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type LearningErrorCode = keyof typeof LEARNING_ERRORS;

/** Why learning or scoring was refused. Nothing has been written when it is thrown. */
export class LearningError extends CodedError<LearningErrorCode> {
  override readonly name = "LearningError";

  constructor(code: LearningErrorCode, detail?: string) {
    super(LEARNING_ERRORS[code], detail);
  }
}
