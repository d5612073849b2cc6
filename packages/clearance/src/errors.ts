/** Refusals of the clearance core: CH3000 to CH3999. Outcomes as data; only bugs throw. */
import type { ErrorDefinition } from "@customhouse/model";

export const CLEARANCE_ERRORS = {
  CH3001: {
    code: "CH3001",
    title: "The kind of declaration is not known here",
    meaning:
      "The country's profile has no import or export procedure for this declaration type and procedure code.",
    whatToDo: "Check the declaration type and the procedure code against the country's list.",
    httpStatus: 422,
  },
  CH3002: {
    code: "CH3002",
    title: "The declaration is closed",
    meaning: "It was rejected, expired or invalidated, so nothing more can be done with it.",
    whatToDo: "Lodge a new declaration.",
    httpStatus: 422,
  },
  CH3003: {
    code: "CH3003",
    title: "Not possible at this stage",
    meaning: "The declaration is not in a state in which this can be done.",
    whatToDo: "Look at the status to see what is open and who has it.",
    httpStatus: 422,
  },
  CH3004: {
    code: "CH3004",
    title: "No such task, check or query",
    meaning: "The case has no open task, agency check or query with this identifier.",
    whatToDo: "Read the case again: it may have been concluded by someone else.",
    httpStatus: 404,
  },
  CH3005: {
    code: "CH3005",
    title: "The decision code is not known",
    meaning: "Agency decisions use the codes C.., H.., N.., E.. and X00.",
    whatToDo: "Choose one of the published decision codes.",
    httpStatus: 422,
  },
  CH3006: {
    code: "CH3006",
    title: "The case begins with a declaration",
    meaning: "A command came for a case that does not exist, or a declaration for one that does.",
    whatToDo: "Lodge the declaration first.",
    httpStatus: 409,
  },
  CH3007: {
    code: "CH3007",
    title: "The amount does not pay the debt",
    meaning: "The payment is not exactly what is owed.",
    whatToDo: "Pay the amount in the payment request.",
    httpStatus: 422,
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ClearanceErrorCode = keyof typeof CLEARANCE_ERRORS;

export interface Refusal {
  readonly kind: "refused";
  readonly code: ClearanceErrorCode;
  readonly message: string;
}

export function refuse(code: ClearanceErrorCode, message?: string): Refusal {
  return { kind: "refused", code, message: message ?? CLEARANCE_ERRORS[code].meaning };
}
