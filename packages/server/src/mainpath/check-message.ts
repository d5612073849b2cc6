/** Everything that is wrong with a message, as of a date. Stores nothing; the playground and the command line use it. */
import { missingPermitFindings } from "@customhouse/clearance";
import { decode, validate } from "@customhouse/messages";
import type { Country } from "@customhouse/model";
import { partyFindings, registerFindings } from "@customhouse/traders";
import type { ValidationReport } from "./contract.ts";

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
          ...missingPermitFindings(declaration, country, date),
        ];
  const all = [...validate(document, messageType, country.messages, { date }), ...registered];
  return { valid: all.length === 0, messageType, findings: all };
}
