/** Refusals of the main path, in the shape that operations answer with. */
import { CLEARANCE_ERRORS, type Refusal } from "@customhouse/clearance";
import type { Finding } from "@customhouse/model";
import type { CommitResult } from "../commit/types.ts";
import type { Refused } from "./contract.ts";

export function refused(
  httpStatus: number,
  code: string,
  message: string,
  findings: readonly Finding[] = [],
): Refused {
  return { status: "refused", httpStatus, code, message, findings };
}

export function invalidMessage(findings: readonly Finding[]): Refused {
  const count = findings.length;
  const message = count === 1 ? "The message has one error." : `The message has ${count} errors.`;
  return refused(400, "CH8101", message, findings);
}

export function notThisKind(found: string, expected: readonly string[]): Refused {
  return refused(422, "CH8102", `This is ${found}; here ${expected.join(" or ")} is expected.`);
}

export function noSuchDeclaration(): Refused {
  return refused(404, "CH8103", "There is no such declaration.");
}

export function notYours(): Refused {
  return refused(403, "CH8104", "You may not declare for this trader.");
}

export function coreRefused(refusal: Refusal): Refused {
  return refused(CLEARANCE_ERRORS[refusal.code].httpStatus, refusal.code, refusal.message);
}

export function keyUsedBefore(): Refused {
  return refused(409, "CH8107", "This idempotency key was used for a different request.");
}

/** What the commit queue says when it did not commit. */
export function notCommitted(
  result: Exclude<CommitResult, { status: "committed" } | { status: "idempotent-replay" }>,
): Refused {
  switch (result.status) {
    case "version-conflict":
      return refused(
        409,
        "CH8105",
        "Somebody else changed the declaration first. Read it again and repeat.",
      );
    case "duplicate-lrn":
      return refused(409, "CH8106", "This LRN was used already. Use another one.");
    case "idempotency-mismatch":
      return keyUsedBefore();
    case "reservation-refused":
      return refused(422, "CH8108", "The account does not cover the amount.");
    case "busy":
      return {
        ...refused(429, "CH8109", "Too much is waiting. Try again shortly."),
        retryAfterSeconds: result.retryAfterSeconds,
      };
  }
}
