/** Operations of officers, agencies and administrators. */
import type { BodyTo, Message } from "@customhouse/api";
import type { Session } from "./session.ts";

export type ControlResult = BodyTo<"officer.recordControl">;
export type AgencyDecision = BodyTo<"agency.decide">;

export function decisions(session: Session) {
  const of = (caseId: string) => ({ params: { caseId } });
  return {
    queue: async (limit?: number) => (await session.get("/v1/queue", { query: { limit } })).items,
    agencyQueue: async (limit?: number) =>
      (await session.get("/v1/agency/queue", { query: { limit } })).items,
    readCase: (caseId: string) => session.get("/v1/cases/{caseId}", of(caseId)),
    recordControl: (caseId: string, json: ControlResult) =>
      session.post("/v1/cases/{caseId}/control-results", { ...of(caseId), json }),
    orderControl: (caseId: string, control: BodyTo<"officer.orderControl">["control"]) =>
      session.post("/v1/cases/{caseId}/controls", { ...of(caseId), json: { control } }),
    raiseQuery: (caseId: string, text: string) =>
      session.post("/v1/cases/{caseId}/queries", { ...of(caseId), json: { text } }),
    /** Of all that is open of the case. */
    concludeReviews: (caseId: string, outcome: BodyTo<"officer.concludeReviews">["outcome"]) =>
      session.post("/v1/cases/{caseId}/review-conclusions", { ...of(caseId), json: { outcome } }),
    release: (caseId: string, finding?: string) =>
      session.post("/v1/cases/{caseId}/releases", { ...of(caseId), json: { finding } }),
    recordArrival: (caseId: string, location?: string) =>
      session.post("/v1/cases/{caseId}/arrivals", { ...of(caseId), json: { location } }),
    recordDeparture: (caseId: string, office?: string) =>
      session.post("/v1/cases/{caseId}/departures", { ...of(caseId), json: { office } }),
    decideAgencyCheck: (caseId: string, json: AgencyDecision) =>
      session.post("/v1/cases/{caseId}/agency-decisions", { ...of(caseId), json }),
    markPaid: (json: BodyTo<"payment.markPaid">) => session.post("/v1/payments", { json }),
    recordMovement: (message: Message) => session.post("/v1/movements", { message }),
  };
}
