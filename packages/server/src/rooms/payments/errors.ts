/** Errors about bank statements and calls of a payment service. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const paymentErrors = {
  badSignature: define(
    "CH8115",
    401,
    "The signature does not hold",
    "The webhook signature is missing, wrong, or of another time.",
    "Sign the exact body with the shared secret, and check the clock.",
  ),
  statementRefused: define(
    "CH8116",
    422,
    "The bank statement cannot be used",
    "It is not a camt.053 statement, or an entry in it cannot be read. Nothing of it was taken.",
    "Send the statement as the bank made it.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
