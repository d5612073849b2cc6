/** Errors about watch lists. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const screeningErrors = {
  listRejected: define(
    "CH8132",
    422,
    "The watch list was not taken",
    "Rows of it are broken, or it cannot be read; nothing of it was taken, and the version before stays in force.",
    "Mend the rows that the findings name, or say with `tolerate` how many may be left out.",
  ),
  listKnown: define(
    "CH8133",
    409,
    "This version of the list is here already",
    "A list with this name and version was imported before.",
    "Give the new file a version of its own.",
  ),
  listNotReady: define(
    "CH8134",
    409,
    "The watch list cannot be put in force or taken back",
    "It is in force already, was taken back, or there is none before it.",
    "Look at the versions of the list, and import the file again under another version.",
  ),
  listOwnActivation: define(
    "CH8135",
    403,
    "Nobody puts in force what they imported",
    "The list was imported by the person who is signed in.",
    "Ask a second person to look at what changes and to put it in force.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
