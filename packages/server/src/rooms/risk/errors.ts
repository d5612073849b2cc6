/** Errors about policies, models and retrainings. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const riskErrors = {
  policyRejected: define(
    "CH8120",
    422,
    "The policy of risk was not taken",
    "Some of its rules or settings cannot be used, so nothing of it was taken.",
    "Mend what the findings name, and write it again.",
  ),
  policyNotReady: define(
    "CH8121",
    409,
    "The policy of risk is not ready for this",
    "It was not tried on history, not signed off by a second person, is in force already, or there is none to go back from.",
    "Try it, have it signed off by somebody else, and look at the list of policies.",
  ),
  policyOwnSignature: define(
    "CH8122",
    403,
    "Nobody signs off what they wrote",
    "The policy was written by the person who is signed in.",
    "Ask a second person to look at the report and to sign it off.",
  ),
  modelRejected: define(
    "CH8123",
    422,
    "The model was not taken",
    "The file is not that of a sound model, or the model was learnt from other features than those here.",
    "Train it on an export of this installation, and send the file as it was written.",
  ),
  backtestFailed: define(
    "CH8125",
    409,
    "The back-test could not be finished",
    "The stored history could not be played to its end, so nothing was stored and nothing has changed.",
    "Try again; when it fails again, tell the administrator what the message says.",
  ),
  retrainingBroke: define(
    "CH8126",
    500,
    "A retraining broke off",
    "The thread that learns ended by itself or met what it did not expect; nothing was stored and nothing has changed.",
    "It is tried again when it is next due; when it fails again, tell the administrator what the message says.",
  ),
  retrainingLate: define(
    "CH8127",
    500,
    "A retraining took too long",
    "It was stopped after the longest time that it may take; nothing was stored and nothing has changed.",
    "Let the policy ask for fewer trees or members, or learn elsewhere with `customhouse risk learn`.",
  ),
  retrainingInterrupted: define(
    "CH8128",
    500,
    "A retraining was interrupted too often",
    "Servers that had begun it were gone before its end, so that it is not begun again; nothing has changed.",
    "See why they ended, for example for want of memory; it is tried again when it is next due.",
  ),
  retrainingOvertaken: define(
    "CH8129",
    409,
    "A retraining was overtaken",
    "Another policy was put in force while a challenger for the one before was learnt; nothing was stored.",
    "Ask for another run; else it is tried again when it is next due.",
  ),
  modelUnknown: define(
    "CH8141",
    422,
    "There is no such model",
    "The policy names a model, by its digest, that was never brought in here.",
    "Bring the model in first, or name one of those that are here.",
  ),
  retrainingOver: define(
    "CH8140",
    409,
    "The retraining is over",
    "It had reached its end before it could be called off.",
    "Read what came of it; a draft has no effect until it is signed off and put in force.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
