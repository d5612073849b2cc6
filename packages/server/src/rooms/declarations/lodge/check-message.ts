/**
 * Everything that a message itself shows to be wrong with it, as of a date. Looks nothing up: the command line does it
 * without a server, and a server for whoever may not lodge the message (validate.ts).
 */
import { isSupplementary, missingPermitFindings } from "@customhouse/clearance";
import { decode, validate } from "@customhouse/messages";
import type { Country } from "@customhouse/model";
import { partyFindings, registerFindings } from "@customhouse/traders";
import type { ValidationReport } from "../contract.ts";

export type { ValidationReport };

import { formatOf } from "./read-message.ts";

/** `date`: ISO date that decides which codes and rules are in force. */
export function checkMessage(
  bytes: Uint8Array,
  country: Country,
  date: string,
  contentType?: string,
): ValidationReport {
  const format = formatOf(contentType);
  const decoded = decode(bytes, {
    profile: country.messages,
    ...(format === undefined ? {} : { format }),
  });
  const { messageType, document, findings } = decoded;
  if (messageType === undefined || document === undefined || findings.length > 0) {
    return { valid: false, findings, ...(messageType === undefined ? {} : { messageType }) };
  }
  const { Declaration: declaration } = document;
  const registered =
    declaration === undefined
      ? []
      : [
          ...registerFindings(declaration, country),
          ...partyFindings(declaration, country),
          ...(isSupplementary(declaration, country)
            ? []
            : missingPermitFindings(declaration, country, date)),
        ];
  const all = [...validate(document, messageType, country.messages, { date }), ...registered];
  return { valid: all.length === 0, messageType, findings: all };
}
