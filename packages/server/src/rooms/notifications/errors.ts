/** Errors about subscriptions. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const notificationErrors = {
  unsafeCallback: define(
    "CH8031",
    422,
    "Notifications cannot be sent to this address",
    "Only https addresses on the public internet are called.",
    "Give an https URL with a public host name and no user name in it.",
  ),
  tooManySubscriptions: define(
    "CH8032",
    422,
    "Too many subscriptions",
    "Each party may have a limited number of subscriptions.",
    "Delete one that is no longer used.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
