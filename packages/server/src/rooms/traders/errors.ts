/** Errors about partners' lists of operators. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const traderErrors = {
  recognitionRejected: define(
    "CH8131",
    422,
    "The list of operators is not in order",
    "Rows of the partner's list are missing something, stand twice or are of another country.",
    "Correct what the findings name and send the whole list again.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
