/** A request that is understood and not done: an error of a registry, with what is particular to this request. */
import { CLEARANCE_ERRORS, type Refusal } from "@customhouse/clearance";
import { FORMALITY_ERRORS, type FormalityRefusal } from "@customhouse/formalities";
import type { Finding } from "@customhouse/model";
import type { CommitResult } from "./commit/types.ts";
import type { HttpErrorDefinition } from "./error-definition.ts";
import { errors } from "./errors.ts";

export interface Refused {
  readonly status: "refused";
  /** 400 malformed, 403, 404, 409 conflict or duplicate, 413, 415, 422 not possible in this state, 429 busy. */
  readonly httpStatus: number;
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: string;
  readonly findings: readonly Finding[];
  readonly retryAfterSeconds?: number;
}

interface Particulars {
  readonly message?: string;
  readonly findings?: readonly Finding[];
  readonly retryAfterSeconds?: number;
}

export function refusal(error: HttpErrorDefinition, particulars: Particulars = {}): Refused {
  const { code, title, meaning, whatToDo, httpStatus } = error;
  return {
    status: "refused",
    httpStatus,
    code,
    title,
    message: meaning,
    whatToDo,
    findings: [],
    ...particulars,
  };
}

const CORE_ERRORS = { ...CLEARANCE_ERRORS, ...FORMALITY_ERRORS };

/** The refusal of a pure package, with the status that its registry gives the code. */
export function coreRefused({ code, message }: Refusal | FormalityRefusal): Refused {
  return refusal(CORE_ERRORS[code], { message });
}

export function noSuchDeclaration(): Refused {
  return refusal(errors.noSuchDeclaration);
}

export function keyUsedBefore(): Refused {
  return refusal(errors.keyUsedBefore);
}

type NotCommitted = Exclude<
  CommitResult,
  { status: "committed" } | { status: "idempotent-replay" }
>;

/** The refusal for a request that the commit queue did not commit. */
export function notCommitted(result: NotCommitted): Refused {
  switch (result.status) {
    case "act-conflict":
      return refusal(errors.changedMeanwhile);
    case "duplicate-lrn":
      return refusal(errors.lrnUsed);
    case "idempotency-mismatch":
      return keyUsedBefore();
    case "reservation-refused":
      return refusal(errors.accountTooLow);
    case "busy":
      return refusal(errors.waiting, { retryAfterSeconds: result.retryAfterSeconds });
  }
}

export function invalidMessage(findings: readonly Finding[]): Refused {
  const count = findings.length;
  const message = count === 1 ? "The message has one error." : `The message has ${count} errors.`;
  return refusal(errors.invalidMessage, { message, findings });
}

/** The registration of who acts is not in force. */
export function notInForce(): Refused {
  return refusal(errors.notInForce);
}
