/**
 * Which events are told to the trader, with which function code: the deployed codes 01 to 18, 50, 51, 52. A country's
 * rules for an event replace these; the first rule whose `where` fits decides.
 */
import type { NotificationRule } from "@customhouse/model";
import type { CaseEvent } from "../event.ts";

export const BASE_RULES: readonly NotificationRule[] = [
  { event: "DeclarationRegistered", functionCode: "02", where: { prelodged: ["true"] } },
  { event: "DeclarationRejected", functionCode: "03" },
  { event: "AmendmentRejected", functionCode: "03" },
  { event: "GoodsArrived", functionCode: "02", where: { by: ["presentation"] } },
  { event: "DeclarationAccepted", functionCode: "01" },
  { event: "DebtAssessed", functionCode: "13", statusCode: "67", where: { kind: ["provisional"] } },
  { event: "DebtAssessed", functionCode: "13", statusCode: "4", where: { kind: ["final"] } },
  { event: "ReservationFailed", functionCode: "14" },
  { event: "PaymentReminded", functionCode: "15" },
  { event: "DocumentsRequested", functionCode: "06" },
  { event: "DocumentsReminded", functionCode: "06" },
  { event: "SupplementReminded", functionCode: "06" },
  { event: "SupplementOverdue", functionCode: "06" },
  { event: "ExaminationOrdered", functionCode: "05" },
  { event: "GoodsDetained", functionCode: "52" },
  { event: "AgencyDecided", functionCode: "50", where: { state: ["held", "refused"] } },
  { event: "QueryRaised", functionCode: "51" },
  { event: "AmendmentReceived", functionCode: "02" },
  { event: "CancellationReceived", functionCode: "02" },
  {
    event: "RequestDecided",
    functionCode: "11",
    statusCode: "39",
    where: { verdict: ["granted"] },
  },
  { event: "RequestDecided", functionCode: "11", statusCode: "41", where: { verdict: ["denied"] } },
  { event: "CorrectionsApplied", functionCode: "07" },
  { event: "GoodsReleased", functionCode: "08" },
  { event: "GoodsCleared", functionCode: "09" },
  { event: "DeclarationInvalidated", functionCode: "10" },
  { event: "DeclarationExpired", functionCode: "10" },
  {
    event: "GoodsExited",
    functionCode: "16",
    where: { irregular: ["false"], monitored: ["true"] },
  },
  { event: "GoodsExited", functionCode: "17", where: { irregular: ["true"] } },
  { event: "ExitOverdue", functionCode: "18" },
];

/** The rule that tells this event, or undefined when it is not told. */
export function notificationRule(
  event: CaseEvent,
  country: readonly NotificationRule[],
): NotificationRule | undefined {
  const own = country.filter((rule) => rule.event === event.type);
  const rules = own.length > 0 ? own : BASE_RULES.filter((rule) => rule.event === event.type);
  const rule = rules.find((candidate) => fits(candidate, event.body));
  return rule?.functionCode === undefined ? undefined : rule;
}

function fits(rule: NotificationRule, body: object): boolean {
  const fields = body as Readonly<Record<string, unknown>>;
  return Object.entries(rule.where ?? {}).every(([field, values]) =>
    values.includes(String(fields[field])),
  );
}
