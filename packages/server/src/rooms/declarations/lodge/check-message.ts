/**
 * Everything that a message itself shows to be wrong with it, as of a date. Looks nothing up: the command line does it
 * without a server, and a server for whoever may not lodge the message (validate.ts).
 */
import { examine } from "@customhouse/clearance";
import { decode, validate } from "@customhouse/messages";
import type { Country } from "@customhouse/model";
import { formatOf } from "../../../platform/http/media-type.ts";
import type { ValidationReport } from "../contract.ts";

export type { ValidationReport };

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
  const structure = validate(document, messageType, country.messages, { date });
  const { Declaration: declaration } = document;
  if (declaration === undefined)
    return { valid: structure.length === 0, messageType, findings: structure };
  const known = { country, day: date, declaration, structure, by: [] };
  const { findings: found, unexamined } = examine(known);
  return {
    valid: found.length === 0,
    messageType,
    findings: found,
    ...(unexamined.length === 0 ? {} : { unexamined }),
  };
}
