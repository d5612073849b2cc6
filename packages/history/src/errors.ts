/** Refusals of exported histories and of what is played over them: CH4600 to CH4699 of the risk registry. */
import { CodedError, type ErrorDefinition } from "@customhouse/model";

export const HISTORY_ERRORS = {
  CH4601: {
    code: "CH4601",
    title: "Fact not understood",
    meaning: "A fact of the history has a part that is missing, of another kind or not known here.",
    whatToDo: "Use the command line of the same version as the server, then export again.",
  },
  CH4602: {
    code: "CH4602",
    title: "No exported history",
    meaning:
      "The folder holds no exported history, or its state file was changed or is of another kind.",
    whatToDo: "Name the folder that `customhouse risk export` wrote, or export into an empty one.",
  },
  CH4603: {
    code: "CH4603",
    title: "Export does not go on",
    meaning: "The folder holds an export that began with another day, or that another run writes.",
    whatToDo: "Repeat the first day, wait for the other run, or export into another folder.",
  },
  CH4604: {
    code: "CH4604",
    title: "Part not readable",
    meaning: "A Parquet file of the history cannot be read, or lacks a column.",
    whatToDo: "Delete the folder and export again.",
  },
  CH4605: {
    code: "CH4605",
    title: "Policy file not readable",
    meaning: "The file is no JSON, or neither a list of rules nor a policy with rules.",
    whatToDo: "Give a list of rules, or an object with rules, lanes, capacity and model.",
  },
  CH4606: {
    code: "CH4606",
    title: "Too little to learn or to compare",
    meaning:
      "The history holds too few controlled cases of the period, or all of them have the same result.",
    whatToDo:
      "Export more, hold out less, or compare models that were trained on an earlier period.",
  },
  CH4607: {
    code: "CH4607",
    title: "One rule instead of a list",
    meaning: "The file is a rule by itself, where a list of rules or a policy is expected.",
    whatToDo: "Put the rule in square brackets, or into the `rules` of a policy.",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type HistoryErrorCode = keyof typeof HISTORY_ERRORS;

/** Why a history, or what was to be played over it, was refused. Nothing has changed when it is thrown. */
export class HistoryError extends CodedError<HistoryErrorCode> {
  override readonly name = "HistoryError";

  constructor(code: HistoryErrorCode, detail?: string) {
    super(HISTORY_ERRORS[code], detail);
  }
}
