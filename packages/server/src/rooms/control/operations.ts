import type { Operation } from "../../platform/http/operation.ts";
import { concludeReviews } from "./operations/conclude-reviews.ts";
import { decide } from "./operations/decide-agency-check.ts";
import { queue as listAgencyQueue } from "./operations/list-agency-queue.ts";
import { queue as listOfficerQueue } from "./operations/list-officer-queue.ts";
import { orderControl } from "./operations/order-control.ts";
import { raiseQuery } from "./operations/raise-query.ts";
import { readCase } from "./operations/read-case.ts";
import { recordArrival } from "./operations/record-arrival.ts";
import { recordControl } from "./operations/record-control.ts";
import { recordDeparture } from "./operations/record-departure.ts";
import { recordMovement } from "./operations/record-movement.ts";
import { release } from "./operations/release.ts";
import type { ControlRoom } from "./room.ts";

export function controlOperations(room: ControlRoom): readonly Operation[] {
  return [
    listOfficerQueue(room), // GET /v1/queue
    readCase(room), // GET /v1/cases/{caseId}
    recordControl(room), // POST /v1/cases/{caseId}/control-results
    orderControl(room), // POST /v1/cases/{caseId}/controls
    concludeReviews(room), // POST /v1/cases/{caseId}/review-conclusions
    raiseQuery(room), // POST /v1/cases/{caseId}/queries
    release(room), // POST /v1/cases/{caseId}/releases
    recordArrival(room), // POST /v1/cases/{caseId}/arrivals
    recordDeparture(room), // POST /v1/cases/{caseId}/departures
    recordMovement(room), // POST /v1/movements
    listAgencyQueue(room), // GET /v1/agency/queue
    decide(room), // POST /v1/cases/{caseId}/agency-decisions
  ];
}
