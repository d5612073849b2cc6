/** Errors about documents, references and kinds of message. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const declarationErrors = {
  documentTypeMismatch: define(
    "CH8024",
    415,
    "The document is not what it says it is",
    "The first bytes of the document do not fit the declared type.",
    "Send the type that the file really has.",
  ),
  documentNotReadable: define(
    "CH8025",
    422,
    "The document is empty",
    "A supporting document must hold something.",
    "Send the file again.",
  ),
  notThisKind: define(
    "CH8102",
    422,
    "Another kind of message is expected here",
    "This address takes other messages, for example amendments instead of declarations.",
    "Send it to the address for its kind; they are listed under /docs.",
  ),
  ucrCircle: define(
    "CH8113",
    422,
    "The references would go in a circle",
    "The master reference travels, directly or through others, under one that is to be put under it.",
    "Check which reference is the master, and take the other association back first.",
  ),
  ucrClosed: define(
    "CH8114",
    409,
    "The master reference is closed",
    "Nothing more can be put under a master reference after it was closed.",
    "Use another master reference.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
