import type { Operation } from "../../platform/http/operation.ts";
import { amend } from "./operations/amend.ts";
import { answerQuery } from "./operations/answer-query.ts";
import { arrive } from "./operations/arrive.ts";
import { cancel } from "./operations/cancel.ts";
import { concludeReviews } from "./operations/conclude-reviews.ts";
import { decide } from "./operations/decide-agency-check.ts";
import { full } from "./operations/full.ts";
import { queue as listAgencyQueue } from "./operations/list-agency-queue.ts";
import { listDocuments } from "./operations/list-documents.ts";
import { queue as listOfficerQueue } from "./operations/list-officer-queue.ts";
import { notifications } from "./operations/notifications.ts";
import { orderControl } from "./operations/order-control.ts";
import { raiseQuery } from "./operations/raise-query.ts";
import { readCase } from "./operations/read-case.ts";
import { readDocument } from "./operations/read-document.ts";
import { receipt } from "./operations/receipt.ts";
import { recordArrival } from "./operations/record-arrival.ts";
import { recordControl } from "./operations/record-control.ts";
import { recordDeparture } from "./operations/record-departure.ts";
import { recordMovement } from "./operations/record-movement.ts";
import { release } from "./operations/release.ts";
import { search } from "./operations/search.ts";
import { status } from "./operations/status.ts";
import { submit } from "./operations/submit.ts";
import { supplyDocument } from "./operations/supply-document.ts";
import { timeline } from "./operations/timeline.ts";
import { versions } from "./operations/versions.ts";
import type { DeclarationsRoom } from "./room.ts";

export function declarationsOperations(room: DeclarationsRoom): readonly Operation[] {
  return [
    // Traders
    submit(room), // POST /v1/declarations
    search(room), // GET /v1/declarations
    status(room), // GET /v1/declarations/{mrn}
    amend(room), // POST /v1/declarations/{mrn}/amendments
    cancel(room), // POST /v1/declarations/{mrn}/cancellations
    arrive(room), // POST /v1/declarations/{mrn}/arrivals
    versions(room), // GET /v1/declarations/{mrn}/versions
    full(room), // GET /v1/declarations/{mrn}/full
    timeline(room), // GET /v1/declarations/{mrn}/timeline
    notifications(room), // GET /v1/declarations/{mrn}/notifications
    receipt(room), // GET /v1/declarations/{mrn}/receipt
    supplyDocument(room), // POST /v1/declarations/{mrn}/documents
    listDocuments(room), // GET /v1/declarations/{mrn}/documents
    readDocument(room), // GET /v1/declarations/{mrn}/documents/{id}
    answerQuery(room), // POST /v1/declarations/{mrn}/answers
    // Officers and agencies
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
