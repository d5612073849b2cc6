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
  CH3201: {
    code: "CH3201",
    title: "No such kind or step",
    meaning: "The country has no formality of this kind, or the kind has no such step.",
    whatToDo: "Read the list of kinds to see the steps of each.",
    httpStatus: 422,
  },
  CH3202: {
    code: "CH3202",
    title: "The step is not possible now",
    meaning: "The formality is not in a state from which this step can be taken.",
    whatToDo: "Look at its state and at the steps that are open.",
    httpStatus: 422,
  },
  CH3203: {
    code: "CH3203",
    title: "The step is not yours to take",
    meaning: "The kind lets somebody else take this step.",
    whatToDo: "Ask whoever the list of kinds names for it.",
    httpStatus: 403,
  },
  CH3204: {
    code: "CH3204",
    title: "The step lacks something or has too much",
    meaning: "A field that the step needs is missing, not in its form, or has no place here.",
    whatToDo: "Give the fields as the list of kinds describes them.",
    httpStatus: 422,
  },
  CH3205: {
    code: "CH3205",
    title: "Another person must take this step",
    meaning: "Whoever took the step before may not take this one: it needs independent eyes.",
    whatToDo: "Hand it to a colleague.",
    httpStatus: 403,
  },
  CH3206: {
    code: "CH3206",
    title: "A condition of the step is not met",
    meaning: "The facts of the formality do not allow this step yet.",
    whatToDo: "Complete what the message names, then take the step again.",
    httpStatus: 422,
  },
  CH3207: {
    code: "CH3207",
    title: "The account is not the holder's",
    meaning: "A formality moves money only on accounts of whom it concerns.",
    whatToDo: "Name a guarantee, deferment or cash account of the holder.",
    httpStatus: 422,
  },
  CH3208: {
    code: "CH3208",
    title: "The code is wrong",
    meaning: "It is not the code that was sent to the contact. The try was counted.",
    whatToDo: "Read the newest message and give its code.",
    httpStatus: 422,
  },
  CH3209: {
    code: "CH3209",
    title: "No code is open",
    meaning:
      "None was sent, or it has expired, was used, was tried too often, or was sent just now.",
    whatToDo: "Wait a minute and ask for a new code.",
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
