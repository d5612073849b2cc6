/** Notifications are derived from events: the same events give the same notifications, in the language of who is told. */
import type { Country, NotificationRule, WcoDocument } from "@customhouse/model";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import { buildResponse } from "./response.ts";
import { notificationRule } from "./rules.ts";
import type { Wording } from "./wording.ts";

export interface Notification {
  /** TIN of the submitter: who is told. */
  readonly party: string;
  readonly functionCode: string;
  readonly statusCode?: string;
  readonly issuedAt: string;
  /** The WCO Response that is sent. */
  readonly response: WcoDocument;
}

/**
 * @param wordingFor how a party is told of errors; absent: by codes alone
 * @param after the case after `event`
 * @param sequence position of the event in the case, part of the response's own reference
 */
export function notificationOf(
  event: CaseEvent,
  after: Case,
  sequence: number,
  country: Country,
  wordingFor?: (party: string) => Wording,
): Notification | undefined {
  const rule = notificationRule(event, country.clearance.notifications);
  if (rule?.functionCode === undefined) return undefined;
  const party = after.submitter;
  return {
    party,
    functionCode: rule.functionCode,
    ...(rule.statusCode === undefined ? {} : { statusCode: rule.statusCode }),
    issuedAt: event.at,
    response: buildResponse(event, after, told(rule), sequence, country, wordingFor?.(party)),
  };
}

function told(rule: NotificationRule): {
  readonly functionCode: string;
  readonly statusCode?: string;
} {
  const functionCode = rule.functionCode ?? "";
  return rule.statusCode === undefined
    ? { functionCode }
    : { functionCode, statusCode: rule.statusCode };
}
