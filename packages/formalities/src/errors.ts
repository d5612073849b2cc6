/** Refusals of a formality's step: CH3201 to CH3299. Outcomes as data; only bugs throw. */
import type { ErrorDefinition } from "@customhouse/model";

export const FORMALITY_ERRORS = {
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

export type FormalityErrorCode = keyof typeof FORMALITY_ERRORS;

export interface FormalityRefusal {
  readonly kind: "refused";
  readonly code: FormalityErrorCode;
  readonly message: string;
}

export function refuseStep(code: FormalityErrorCode, message?: string): FormalityRefusal {
  return { kind: "refused", code, message: message ?? FORMALITY_ERRORS[code].meaning };
}
