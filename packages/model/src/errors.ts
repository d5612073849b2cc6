/**
 * Error codes as data. Each package keeps a registry of its own range; docs/ERRORS.md is written
 * from them.
 */
import type { Finding } from "./finding.ts";

export interface ErrorDefinition {
  /** For example `CH1101`. Model and messages own CH1000 to CH1999. */
  readonly code: string;
  readonly title: string;
  /** One sentence: what went wrong. */
  readonly meaning: string;
  /** One sentence: what the sender can do. */
  readonly whatToDo: string;
  /** Status of an HTTP answer that carries only this error; absent: 422. */
  readonly httpStatus?: number;
}

/** The error that is thrown for an entry of a registry: its meaning, with the detail of the case in brackets. */
export abstract class CodedError<Code extends string> extends Error {
  readonly code: Code;
  readonly whatToDo: string;

  constructor(
    { code, meaning, whatToDo }: ErrorDefinition & { readonly code: Code },
    detail?: string,
  ) {
    super(detail === undefined ? meaning : `${meaning} (${detail})`);
    this.code = code;
    this.whatToDo = whatToDo;
  }
}

export type ErrorRegistry = Readonly<Record<string, ErrorDefinition>>;

/**
 * The HTTP status for an answer with these findings: the first one that has a status of its own
 * decides.
 */
export function httpStatusOf(findings: readonly Finding[], registry: ErrorRegistry): number {
  for (const finding of findings) {
    const status = registry[finding.code]?.httpStatus;
    if (status !== undefined) return status;
  }
  return 422;
}
