/** Refusals of mirror statistics: CH4461 to CH4469 of the risk registry. */
import { CodedError, type ErrorDefinition } from "@customhouse/model";

export const MIRROR_ERRORS = {
  CH4461: {
    code: "CH4461",
    title: "Trade record not sound",
    meaning: "A record of trade statistics lacks a column or holds something that is no number.",
    whatToDo: "Take the file again from its publisher, in its own format.",
  },
  CH4462: {
    code: "CH4462",
    title: "Nothing to compare",
    meaning:
      "No import record has the same year, partners and goods as an export record, nor is either missing.",
    whatToDo: "Check that one file holds imports of a country and the other exports to it.",
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>;

export type MirrorErrorCode = keyof typeof MIRROR_ERRORS;

/** Why a statistic was refused. Nothing has changed when it is thrown. */
export class MirrorError extends CodedError<MirrorErrorCode> {
  override readonly name = "MirrorError";

  constructor(code: MirrorErrorCode, detail?: string) {
    super(MIRROR_ERRORS[code], detail);
  }
}
