/** The part of each event that a reader may see. An event that is not listed here is for enforcement alone. */
import type { EventType } from "@customhouse/clearance";
import type { ConfidentialityLabel } from "@customhouse/model";
import type { Labels } from "../../../platform/access/redact.ts";
import type { Disclosure } from "../../../platform/commit/open-leaf.ts";

interface EventLabels {
  readonly event: ConfidentialityLabel;
  /** Fields that are more secret than the event itself. */
  readonly fields?: Readonly<Record<string, ConfidentialityLabel>>;
}

const PARTY: EventLabels = { event: "party" };
const RESTRICTED: EventLabels = { event: "restricted" };

const eventLabels: Readonly<Record<EventType, EventLabels>> = {
  DeclarationRegistered: PARTY,
  DeclarationRejected: PARTY,
  DeclarationAccepted: PARTY,
  DeclarationExpired: PARTY,
  // That a lane was drawn is told to the trader only through the control that follows from it.
  LaneAssigned: {
    event: "restricted",
    fields: {
      criteria: "enforcement",
      basis: "enforcement",
      probability: "enforcement",
      run: "enforcement",
    },
  },
  DocumentsRequested: PARTY,
  DocumentsReminded: PARTY,
  DocumentSupplied: PARTY,
  ExaminationOrdered: PARTY,
  ControlSimulated: RESTRICTED,
  ControlResultRecorded: { event: "party", fields: { textDigest: "restricted" } },
  GoodsDetained: PARTY,
  PositionReached: PARTY,
  StandByEnded: RESTRICTED,
  AgencyCheckOpened: PARTY,
  AgencyDecided: PARTY,
  AgencyCheckWithdrawn: PARTY,
  AgencyOverdue: RESTRICTED,
  AgencyReminded: RESTRICTED,
  AgencyEscalated: RESTRICTED,
  AgencySubstituted: PARTY,
  InspectionBooked: { event: "party", fields: { slot: "restricted" } },
  InspectionWaits: RESTRICTED,
  InspectionEnded: PARTY,
  DebtAssessed: PARTY,
  DebtReserved: PARTY,
  ReservationFailed: PARTY,
  PaymentRequested: PARTY,
  PaymentReminded: PARTY,
  PaymentReceived: PARTY,
  PermitsAdjusted: PARTY,
  PermitsWrittenOff: PARTY,
  // What the manifest says is its carrier's; how closely it is compared is ours.
  CargoMatched: { event: "party", fields: { mismatches: "restricted" } },
  CargoWrittenOff: PARTY,
  CargoTold: RESTRICTED,
  AppealCarriedOut: {
    event: "party",
    fields: { label: "restricted", lane: "enforcement" },
  },
  StockPlanned: PARTY,
  StockMoved: PARTY,
  StockRestored: PARTY,
  QuotaClaimed: PARTY,
  QuotaAllocated: PARTY,
  QuotaUsed: PARTY,
  DebtReturned: PARTY,
  GoodsArrived: PARTY,
  GoodsReleased: PARTY,
  RulingsNamed: PARTY,
  SupplementReminded: PARTY,
  SupplementOverdue: PARTY,
  SimplifiedNamed: PARTY,
  SimplifiedSettled: PARTY,
  SimplifiedTold: RESTRICTED,
  DeclarationSupplemented: PARTY,
  CorrectionsApplied: PARTY,
  GoodsCleared: PARTY,
  GoodsExited: PARTY,
  MovementRecorded: PARTY,
  ExitOverdue: PARTY,
  AmendmentReceived: PARTY,
  AmendmentRejected: PARTY,
  CancellationReceived: PARTY,
  RequestDecided: PARTY,
  DeclarationAmended: PARTY,
  DeclarationInvalidated: PARTY,
  QueryRaised: PARTY,
  QueryAnswered: PARTY,
  PersonalDataErased: { event: "party", fields: { by: "restricted" } },
};

const HIDDEN: EventLabels = { event: "enforcement" };

const ruleOf = (type: string): EventLabels =>
  Object.hasOwn(eventLabels, type) ? eventLabels[type as EventType] : HIDDEN;

/** Fields that are kept back from some who may know of the event: the log seals them one by one. */
export function sealedFields(type: string): readonly string[] {
  return Object.keys(ruleOf(type).fields ?? {});
}

/** The part of a declaration's leaves that a reader with these labels may see: the same as in the timeline. */
export function disclosureTo(allowed: Labels): Disclosure {
  return ({ type }) => {
    const { event, fields } = ruleOf(type);
    return allowed.has(event)
      ? (name) => fields?.[name] === undefined || allowed.has(fields[name])
      : undefined;
  };
}

/** The body as this reader may see it, or undefined when the event is not for it at all. */
export function viewEventBody(
  type: string,
  body: unknown,
  allowed: Labels,
): Record<string, unknown> | undefined {
  const rule = ruleOf(type);
  if (!allowed.has(rule.event) || typeof body !== "object" || body === null) {
    return undefined;
  }
  const fields = Object.entries(body).filter(([name]) => {
    const label = rule.fields?.[name];
    return label === undefined || allowed.has(label);
  });
  return Object.fromEntries(fields);
}
