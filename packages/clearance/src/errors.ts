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
  CH3008: {
    code: "CH3008",
    title: "The reason of the decision is missing or not known",
    meaning: "The check keeps a list of reasons, and a hold or refusal gives one of them.",
    whatToDo: "Give one of the reason codes of the check.",
    httpStatus: 422,
  },
  CH3009: {
    code: "CH3009",
    title: "The goods have left the stock",
    meaning: "What the declaration brought into a special procedure was taken out of it meanwhile.",
    whatToDo: "Cancel the declarations that took it out first.",
    httpStatus: 422,
  },
  CH3010: {
    code: "CH3010",
    title: "The finding of the control is not known",
    meaning: "The country has no such finding, or the declaration has no such goods item.",
    whatToDo:
      "Use one of the country's findings, and the number of a goods item of the declaration.",
    httpStatus: 422,
  },
  CH3020: {
    code: "CH3020",
    title: "The appeal was carried out already",
    meaning: "What the appeal decided has reached this declaration before.",
    whatToDo: "Nothing: it counts once.",
    httpStatus: 422,
  },
  CH3021: {
    code: "CH3021",
    title: "The simplified declaration was completed already",
    meaning: "A supplementary declaration has taken over its debt before.",
    whatToDo: "Nothing: it counts once.",
    httpStatus: 422,
  },
  CH3101: {
    code: "CH3101",
    title: "A field of the measure is not in its form",
    meaning: "The field is missing, of the wrong kind, too long or not written as it must be.",
    whatToDo: "Write the field as the message describes it.",
    httpStatus: 422,
  },
  CH3102: {
    code: "CH3102",
    title: "The validity of the measure is wrong",
    meaning:
      "It ends before it begins, overlaps with another measure that says the same of the same goods, or leaves a gap after it.",
    whatToDo: "Let each measure begin on the day on which the one before it ends.",
    httpStatus: 422,
  },
  CH3103: {
    code: "CH3103",
    title: "The tax is not known",
    meaning: "The country's tariff has no tax of this type.",
    whatToDo: "Use one of the tax types of the country's tariff.",
    httpStatus: 422,
  },
  CH3104: {
    code: "CH3104",
    title: "The number of a rate is not allowed",
    meaning: "It is negative, too large, not a decimal, or zero where something is divided by it.",
    whatToDo: "Write a decimal such as 12.5 of at most 12 digits before the point.",
    httpStatus: 422,
  },
  CH3105: {
    code: "CH3105",
    title: "The unit cannot be declared",
    meaning: "A specific rate is per a unit that no declaration can state.",
    whatToDo: "Use one of the units of the country's tariff.",
    httpStatus: 422,
  },
  CH3106: {
    code: "CH3106",
    title: "The measure stands twice",
    meaning: "Two rows have the same identifier for the same time.",
    whatToDo: "Remove one of them, or give it an identifier of its own.",
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
