import type { Operation } from "../../platform/http/operation.ts";
import { amend } from "./operations/amend.ts";
import { answerQuery } from "./operations/answer-query.ts";
import { arrive } from "./operations/arrive.ts";
import { cancel } from "./operations/cancel.ts";
import { full } from "./operations/full.ts";
import { listDocuments } from "./operations/list-documents.ts";
import { notifications } from "./operations/notifications.ts";
import { readDocument } from "./operations/read-document.ts";
import { receipt } from "./operations/receipt.ts";
import { search } from "./operations/search.ts";
import { status } from "./operations/status.ts";
import { submit } from "./operations/submit.ts";
import { supplyDocument } from "./operations/supply-document.ts";
import { timeline } from "./operations/timeline.ts";
import { versions } from "./operations/versions.ts";
import type { DeclarationsRoom } from "./room.ts";

export function declarationsOperations(room: DeclarationsRoom): readonly Operation[] {
  return [
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
  ];
}
