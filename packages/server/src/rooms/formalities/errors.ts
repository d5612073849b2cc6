/** Errors about formalities that data alone cannot refuse. */
import { define, type HttpErrorDefinition } from "../../platform/error-definition.ts";

export const formalityErrors = {
  noCodeDelivery: define(
    "CH8130",
    422,
    "Codes cannot be sent here",
    "No service is attached to this server that carries a code to that contact: e-mail needs a mail server, and telephones are not served.",
    "Ask for a code to an e-mail address, or let an officer record the contact as verified.",
  ),
  wrongPeriod: define(
    "CH8139",
    422,
    "The period names what does not fit it",
    "An authorisation or declaration that the periodic declaration names is not there, not the holder's, or not of this period.",
    "Name an authorisation in force, simplified declarations accepted in the period, and the declaration that completed all of them.",
  ),
} as const satisfies Record<string, HttpErrorDefinition>;
