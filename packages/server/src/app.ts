/** Every route of the server, on one screen. The boot order is in start.ts. */
import { Hono } from "hono";
import type { CountryAdapter } from "./platform/http/country-adapter.ts";
import { makeFrame } from "./platform/http/frame.ts";
import { openApiDocument } from "./platform/http/openapi-document.ts";
import type { Operation, Parts } from "./platform/http/operation.ts";
import { addPages, type Pages } from "./platform/http/pages.ts";
import { addRoutes } from "./platform/http/routes.ts";
import type { Identity } from "./platform/identity/identity.ts";
import { reportAlarm } from "./rooms/cargo/operations/report-alarm.ts";
import { concludeReviews } from "./rooms/control/operations/conclude-reviews.ts";
import { decide } from "./rooms/control/operations/decide-agency-check.ts";
import * as agencyQueue from "./rooms/control/operations/list-agency-queue.ts";
import * as officerQueue from "./rooms/control/operations/list-officer-queue.ts";
import { orderControl } from "./rooms/control/operations/order-control.ts";
import { raiseQuery } from "./rooms/control/operations/raise-query.ts";
import { readCase } from "./rooms/control/operations/read-case.ts";
import { recordArrival } from "./rooms/control/operations/record-arrival.ts";
import { recordControl } from "./rooms/control/operations/record-control.ts";
import { recordDeparture } from "./rooms/control/operations/record-departure.ts";
import { recordMovement } from "./rooms/control/operations/record-movement.ts";
import { release } from "./rooms/control/operations/release.ts";
import { amend } from "./rooms/declarations/operations/amend.ts";
import { answerQuery } from "./rooms/declarations/operations/answer-query.ts";
import { arrive } from "./rooms/declarations/operations/arrive.ts";
import { cancel } from "./rooms/declarations/operations/cancel.ts";
import { full } from "./rooms/declarations/operations/full.ts";
import { listDocuments } from "./rooms/declarations/operations/list-documents.ts";
import { notifications } from "./rooms/declarations/operations/notifications.ts";
import { readDocument } from "./rooms/declarations/operations/read-document.ts";
import { receipt } from "./rooms/declarations/operations/receipt.ts";
import { search } from "./rooms/declarations/operations/search.ts";
import { status } from "./rooms/declarations/operations/status.ts";
import { submit } from "./rooms/declarations/operations/submit.ts";
import { supplyDocument } from "./rooms/declarations/operations/supply-document.ts";
import { timeline } from "./rooms/declarations/operations/timeline.ts";
import { versions } from "./rooms/declarations/operations/versions.ts";
import * as draftList from "./rooms/drafts/operations/list.ts";
import * as draftRead from "./rooms/drafts/operations/read.ts";
import * as draftRemove from "./rooms/drafts/operations/remove.ts";
import * as draftSave from "./rooms/drafts/operations/save.ts";
import * as caseAskErasure from "./rooms/erasure/operations/ask-erasure.ts";
import * as formalityAskErasure from "./rooms/erasure/operations/ask-formality-erasure.ts";
import * as caseConfirmErasure from "./rooms/erasure/operations/confirm-erasure.ts";
import * as formalityConfirmErasure from "./rooms/erasure/operations/confirm-formality-erasure.ts";
import { readErasure } from "./rooms/erasure/operations/read-erasure.ts";
import * as formalityAuthenticity from "./rooms/formalities/operations/authenticity.ts";
import * as formalityBegin from "./rooms/formalities/operations/begin.ts";
import * as formalityHistory from "./rooms/formalities/operations/history.ts";
import * as formalityKinds from "./rooms/formalities/operations/kinds.ts";
import * as formalityList from "./rooms/formalities/operations/list.ts";
import * as formalityRead from "./rooms/formalities/operations/read.ts";
import * as formalityStep from "./rooms/formalities/operations/step.ts";
import * as accountCheck from "./rooms/ledger/operations/check.ts";
import * as accountList from "./rooms/ledger/operations/list.ts";
import * as accountRead from "./rooms/ledger/operations/read.ts";
import { stock } from "./rooms/ledger/operations/stock.ts";
import { audit } from "./rooms/log/operations/list-reads.ts";
import { checkpoint } from "./rooms/log/operations/read-checkpoint.ts";
import { mountAdapter } from "./rooms/national-api/mount.ts";
import * as notificationList from "./rooms/notifications/operations/list.ts";
import * as subscriptionList from "./rooms/notifications/operations/list-subscriptions.ts";
import * as notificationRead from "./rooms/notifications/operations/read.ts";
import * as subscriptionCreate from "./rooms/notifications/operations/subscribe.ts";
import * as subscriptionRemove from "./rooms/notifications/operations/unsubscribe.ts";
import { callback } from "./rooms/payments/operations/callback.ts";
import { markPaid } from "./rooms/payments/operations/mark-paid.ts";
import { statement } from "./rooms/payments/operations/statement.ts";
import { codeList } from "./rooms/reference/operations/code-list.ts";
import { country } from "./rooms/reference/operations/country.ts";
import { model } from "./rooms/reference/operations/model.ts";
import { samples } from "./rooms/reference/operations/samples.ts";
import { validate } from "./rooms/reference/operations/validate.ts";
import { activatePolicy } from "./rooms/risk/operations/activate-policy.ts";
import { backtestPolicy } from "./rooms/risk/operations/backtest-policy.ts";
import { cancelRetraining } from "./rooms/risk/operations/cancel-retraining.ts";
import { checkRules } from "./rooms/risk/operations/check-rules.ts";
import { listDescriptions } from "./rooms/risk/operations/list-descriptions.ts";
import { listFacts } from "./rooms/risk/operations/list-facts.ts";
import { listFeatures } from "./rooms/risk/operations/list-features.ts";
import { listModels } from "./rooms/risk/operations/list-models.ts";
import { listOpenSourceItems } from "./rooms/risk/operations/list-open-source-items.ts";
import { listPolicies } from "./rooms/risk/operations/list-policies.ts";
import { listRetrainings } from "./rooms/risk/operations/list-retrainings.ts";
import { performance } from "./rooms/risk/operations/performance.ts";
import { readDocumentText } from "./rooms/risk/operations/read-document-text.ts";
import { readOpenSourceItem } from "./rooms/risk/operations/read-open-source-item.ts";
import { readPolicy } from "./rooms/risk/operations/read-policy.ts";
import { readRetraining } from "./rooms/risk/operations/read-retraining.ts";
import { readRun } from "./rooms/risk/operations/read-run.ts";
import { removeOpenSourceItem } from "./rooms/risk/operations/remove-open-source-item.ts";
import { retrain } from "./rooms/risk/operations/retrain.ts";
import { rollBackPolicy } from "./rooms/risk/operations/roll-back-policy.ts";
import { signPolicy } from "./rooms/risk/operations/sign-policy.ts";
import { storeDescriptions } from "./rooms/risk/operations/store-descriptions.ts";
import { storeModel } from "./rooms/risk/operations/store-model.ts";
import { storeOpenSourceItem } from "./rooms/risk/operations/store-open-source-item.ts";
import { writePolicy } from "./rooms/risk/operations/write-policy.ts";
import { activateList } from "./rooms/screening/operations/activate-list.ts";
import { confirmHit } from "./rooms/screening/operations/confirm-hit.ts";
import { importList } from "./rooms/screening/operations/import-list.ts";
import { listHits } from "./rooms/screening/operations/list-hits.ts";
import { listLists } from "./rooms/screening/operations/list-lists.ts";
import { returnHit } from "./rooms/screening/operations/return-hit.ts";
import { reviewHit } from "./rooms/screening/operations/review-hit.ts";
import { rollBackList } from "./rooms/screening/operations/roll-back-list.ts";
import { screenParty } from "./rooms/screening/operations/screen-party.ts";
import { health } from "./rooms/service/operations/health.ts";
import { metrics } from "./rooms/service/operations/metrics.ts";
import { readiness } from "./rooms/service/operations/readiness.ts";
import { activate } from "./rooms/tariff/operations/activate.ts";
import { canary } from "./rooms/tariff/operations/canary.ts";
import { importTariff } from "./rooms/tariff/operations/import.ts";
import * as tariffList from "./rooms/tariff/operations/list.ts";
import { quote } from "./rooms/tariff/operations/quote.ts";
import * as tariffRead from "./rooms/tariff/operations/read.ts";
import { rollBack } from "./rooms/tariff/operations/roll-back.ts";
import * as traderDigest from "./rooms/traders/operations/digest.ts";
import * as traderDuplicates from "./rooms/traders/operations/duplicates.ts";
import * as traderFeed from "./rooms/traders/operations/feed.ts";
import * as traderRead from "./rooms/traders/operations/read.ts";
import * as traderReceive from "./rooms/traders/operations/receive.ts";
import { recognise } from "./rooms/traders/operations/recognise.ts";
import { recognised } from "./rooms/traders/operations/recognised.ts";

const operations: readonly Operation[] = [
  // Traders
  submit, // POST /v1/declarations
  search, // GET /v1/declarations
  status, // GET /v1/declarations/{mrn}
  amend, // POST /v1/declarations/{mrn}/amendments
  cancel, // POST /v1/declarations/{mrn}/cancellations
  arrive, // POST /v1/declarations/{mrn}/arrivals
  versions, // GET /v1/declarations/{mrn}/versions
  full, // GET /v1/declarations/{mrn}/full
  timeline, // GET /v1/declarations/{mrn}/timeline
  notifications, // GET /v1/declarations/{mrn}/notifications
  receipt, // GET /v1/declarations/{mrn}/receipt
  supplyDocument, // POST /v1/declarations/{mrn}/documents
  listDocuments, // GET /v1/declarations/{mrn}/documents
  readDocument, // GET /v1/declarations/{mrn}/documents/{id}
  answerQuery, // POST /v1/declarations/{mrn}/answers
  notificationList.list, // GET /v1/notifications
  notificationRead.read, // GET /v1/notifications/{id}
  subscriptionCreate.create, // POST /v1/subscriptions
  subscriptionList.list, // GET /v1/subscriptions
  subscriptionRemove.remove, // DELETE /v1/subscriptions/{id}
  draftList.list, // GET /v1/drafts
  draftRead.read, // GET /v1/drafts/{id}
  draftSave.save, // PUT /v1/drafts/{id}
  draftRemove.remove, // DELETE /v1/drafts/{id}
  // Officers
  officerQueue.queue, // GET /v1/queue
  readCase, // GET /v1/cases/{caseId}
  readErasure, // GET /v1/cases/{caseId}/erasure
  caseAskErasure.askErasure, // POST /v1/cases/{caseId}/erasure
  caseConfirmErasure.confirmErasure, // POST /v1/cases/{caseId}/erasure/confirmation
  recordControl, // POST /v1/cases/{caseId}/control-results
  orderControl, // POST /v1/cases/{caseId}/controls
  concludeReviews, // POST /v1/cases/{caseId}/review-conclusions
  raiseQuery, // POST /v1/cases/{caseId}/queries
  release, // POST /v1/cases/{caseId}/releases
  recordArrival, // POST /v1/cases/{caseId}/arrivals
  recordDeparture, // POST /v1/cases/{caseId}/departures
  recordMovement, // POST /v1/movements
  markPaid, // POST /v1/payments
  callback, // POST /v1/payments/callback
  statement, // POST /v1/bank-statements
  // Agencies
  agencyQueue.queue, // GET /v1/agency/queue
  decide, // POST /v1/cases/{caseId}/agency-decisions
  // Formalities and accounts
  formalityKinds.kinds, // GET /v1/formality-kinds
  formalityBegin.begin, // POST /v1/formalities
  formalityList.list, // GET /v1/formalities
  formalityRead.read, // GET /v1/formalities/{number}
  formalityStep.step, // POST /v1/formalities/{number}/steps
  formalityHistory.history, // GET /v1/formalities/{number}/history
  formalityAskErasure.askErasure, // POST /v1/formalities/{number}/erasure
  formalityConfirmErasure.confirmErasure, // POST /v1/formalities/{number}/erasure/confirmation
  formalityAuthenticity.authenticity, // GET /v1/formalities/{number}/authenticity
  reportAlarm, // POST /v1/containers/{containerId}/alarms
  traderReceive.receive, // POST /v1/traders/messages
  traderFeed.feed, // GET /v1/traders/messages
  traderDigest.digest, // GET /v1/traders/digest
  traderRead.read, // GET /v1/traders/{tin}
  recognise, // POST /v1/recognitions/:number/traders
  recognised, // GET /v1/recognised-traders/:tin
  traderDuplicates.duplicates, // GET /v1/traders/{tin}/duplicates
  stock, // GET /v1/stocks/{authorisation}
  accountList.list, // GET /v1/accounts
  accountRead.read, // GET /v1/accounts/{account}
  accountCheck.check, // GET /v1/ledger/check
  tariffList.versions, // GET /v1/tariff/versions
  importTariff, // POST /v1/tariff/versions
  tariffRead.read, // GET /v1/tariff/versions/{version}
  canary, // POST /v1/tariff/versions/{version}/canary
  activate, // POST /v1/tariff/versions/{version}/activation
  rollBack, // POST /v1/tariff/rollback
  quote, // POST /v1/quotes
  // Risk
  listFeatures, // GET /v1/risk/features
  checkRules, // POST /v1/risk/rules/check
  listPolicies, // GET /v1/risk/policies
  writePolicy, // POST /v1/risk/policies
  readPolicy, // GET /v1/risk/policies/{version}
  backtestPolicy, // POST /v1/risk/policies/{version}/backtest
  signPolicy, // POST /v1/risk/policies/{version}/signature
  activatePolicy, // POST /v1/risk/policies/{version}/activation
  rollBackPolicy, // POST /v1/risk/rollback
  listRetrainings, // GET /v1/risk/retrainings
  retrain, // POST /v1/risk/retrainings
  readRetraining, // GET /v1/risk/retrainings/{id}
  cancelRetraining, // POST /v1/risk/retrainings/{id}/cancellation
  listModels, // GET /v1/risk/models
  storeModel, // POST /v1/risk/models
  listDescriptions, // GET /v1/risk/description-models
  storeDescriptions, // POST /v1/risk/description-models
  listFacts, // GET /v1/risk/facts
  performance, // GET /v1/risk/performance
  readRun, // GET /v1/cases/{caseId}/risk
  readDocumentText, // GET /v1/cases/{caseId}/documents/{id}/text
  listOpenSourceItems, // GET /v1/risk/open-source-items
  storeOpenSourceItem, // POST /v1/risk/open-source-items
  readOpenSourceItem, // GET /v1/risk/open-source-items/{itemId}
  removeOpenSourceItem, // DELETE /v1/risk/open-source-items/{itemId}
  // Screening
  importList, // POST /v1/screening/lists
  listLists, // GET /v1/screening/lists
  activateList, // POST /v1/screening/lists/{list}/versions/{version}/activation
  rollBackList, // POST /v1/screening/lists/{list}/rollback
  screenParty, // POST /v1/screening/parties
  listHits, // GET /v1/screening/hits
  reviewHit, // POST /v1/screening/hits/{hitId}/reviews
  confirmHit, // POST /v1/screening/hits/{hitId}/confirmations
  returnHit, // POST /v1/screening/hits/{hitId}/returns
  // Everybody
  validate, // POST /v1/validate
  model, // GET /v1/model
  codeList, // GET /v1/code-lists/{id}
  country, // GET /v1/countries/current
  samples, // GET /v1/samples
  checkpoint, // GET /v1/log/checkpoint
  // Running it
  audit, // GET /v1/audit/reads
  health, // GET /healthz
  readiness, // GET /readyz
  metrics, // GET /metrics
];

export interface AppOptions {
  readonly parts: Parts;
  readonly identity: Identity;
  readonly issuer: string;
  readonly adapter?: CountryAdapter;
  readonly pages?: Pages;
}

/** Besides these: /openapi.json, /docs, the portal when it was built, and /oidc (http/serve.ts). */
export function createApp(options: AppOptions): Hono {
  const { parts, identity, adapter, issuer } = options;
  const all = [...operations, ...(adapter ? mountAdapter(adapter) : [])];
  const app = new Hono();
  const document = openApiDocument(all, { publicUrl: parts.publicUrl, issuer, version: "0.1.0" });
  addRoutes(app, makeFrame(parts, identity), all);
  addPages(app, document, options.pages);
  return app;
}
