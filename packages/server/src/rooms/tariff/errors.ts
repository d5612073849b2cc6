/** Errors about imports of the tariff. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const tariffErrors = {
  tariffRejected: define(
    "CH8111",
    422,
    "The tariff is not in order",
    "Measures of the import have problems, which the findings name by row and field.",
    "Mend the rows and import the whole tariff again.",
  ),
  tariffNotReady: define(
    "CH8112",
    409,
    "The tariff cannot be put in force or taken back",
    "It was not tried on recent declarations, the trial failed, it is in force already, or there is none to go back from.",
    "Try it first, and look at the list of versions.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
