/** Errors about drafts. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const draftErrors = {
  savedMeanwhile: define(
    "CH8033",
    409,
    "Somebody saved in between",
    "The version that you changed is no longer the stored one.",
    "Read the draft again and put your change on top of it.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
