/** Errors about erasing what is kept about persons. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const erasureErrors = {
  caseNotOver: define(
    "CH8143",
    409,
    "The case is not over",
    "Something of the case can still happen, or another case about it is open, so its personal data are needed.",
    "Wait until what the message names is concluded, and ask again.",
  ),
  retentionRuns: define(
    "CH8144",
    409,
    "The period of keeping is not over",
    "The law wants the personal data of the case to be kept for longer.",
    "Ask again from the moment on that the message names; sooner only a court can order it.",
  ),
  erasureByOne: define(
    "CH8145",
    403,
    "Nobody confirms an erasure that they asked for",
    "The erasure was asked for by the person who is signed in, and it cannot be undone.",
    "Ask a second administrator to look at it and to confirm it.",
  ),
  noLegalBasis: define(
    "CH8146",
    422,
    "An erasure needs a legal basis of the country",
    "The legal basis is none of those that the country names, or it names none.",
    "Give one of the codes that the message names.",
  ),
  erasureNotAsked: define(
    "CH8147",
    409,
    "Nobody asked for this erasure",
    "There is nothing to confirm: an administrator has to ask for it first, with reason and legal basis.",
    "Ask for it, and let a second administrator confirm it.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
