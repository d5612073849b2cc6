/** Refusals of the main path: an error of a registry, with what is particular to this request. */
import { CLEARANCE_ERRORS, type Refusal } from "@customhouse/clearance";
import type { Finding } from "@customhouse/model";
import type { CommitResult } from "../../platform/commit/types.ts";
import type { HttpErrorDefinition } from "../../platform/error-definition.ts";
import { errors } from "../../platform/errors.ts";
import type { NoCode } from "../formalities/contact-code.ts";
import type { Refused } from "./contract.ts";

interface Particulars {
  readonly message?: string;
  readonly findings?: readonly Finding[];
  readonly retryAfterSeconds?: number;
}

function refused(error: HttpErrorDefinition, particulars: Particulars = {}): Refused {
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

export function invalidMessage(findings: readonly Finding[]): Refused {
  const count = findings.length;
  const message = count === 1 ? "The message has one error." : `The message has ${count} errors.`;
  return refused(errors.invalidMessage, { message, findings });
}

export function notThisKind(found: string, expected: readonly string[]): Refused {
  const message = `This is ${found}; here ${expected.join(" or ")} is expected.`;
  return refused(errors.notThisKind, { message });
}

export function noSuchDeclaration(): Refused {
  return refused(errors.noSuchDeclaration);
}

export function wrongPeriod(message: string): Refused {
  return refused(errors.wrongPeriod, { message });
}

export function notYours(): Refused {
  return refused(errors.notYours);
}

export function noCodeSent(why: NoCode): Refused {
  switch (why) {
    case "no-mail":
      return refused(errors.noCodeDelivery, {
        message: "contact: no mail server is attached to this server.",
      });
    case "no-telephone":
      return refused(errors.noCodeDelivery, {
        message: "contact: codes go to electronic mail here, not to telephones or other channels.",
      });
    case "no-such-contact":
    case "not-an-address":
      return coreRefused({
        kind: "refused",
        code: "CH3204",
        message:
          why === "not-an-address"
            ? "contact: is not an address that mail can be sent to."
            : "contact: is not a contact in the master record.",
      });
  }
}

export function notUnderThat(why: "circle" | "closed"): Refused {
  return refused(why === "circle" ? errors.ucrCircle : errors.ucrClosed);
}

export function notEmpowered(): Refused {
  return refused(errors.notEmpowered);
}

export function notInForce(): Refused {
  return refused(errors.notInForce);
}

export function keyUsedBefore(): Refused {
  return refused(errors.keyUsedBefore);
}

export function tooManyAlarms(): Refused {
  return refused(errors.tooManyAlarms);
}

export function notScreened(): Refused {
  return refused(errors.notScreened);
}

export function coreRefused(refusal: Refusal): Refused {
  return refused(CLEARANCE_ERRORS[refusal.code], { message: refusal.message });
}

type NotCommitted = Exclude<
  CommitResult,
  { status: "committed" } | { status: "idempotent-replay" }
>;

/** What the commit queue says when it did not commit. */
export function notCommitted(result: NotCommitted): Refused {
  switch (result.status) {
    case "version-conflict":
      return refused(errors.changedMeanwhile);
    case "duplicate-lrn":
      return refused(errors.lrnUsed);
    case "idempotency-mismatch":
      return keyUsedBefore();
    case "reservation-refused":
      return refused(errors.accountTooLow);
    case "busy":
      return refused(errors.waiting, { retryAfterSeconds: result.retryAfterSeconds });
  }
}
