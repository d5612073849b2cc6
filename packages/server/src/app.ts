/** Every route of the server, on one screen. The boot order is in start.ts. */
import { Hono } from "hono";
import type { CountryAdapter } from "./http/country-adapter.ts";
import { makeFrame } from "./http/frame.ts";
import type { Operation, Parts } from "./http/operation.ts";
import { addPages, type Pages } from "./http/pages.ts";
import { addRoutes } from "./http/routes.ts";
import type { Identity } from "./identity/identity.ts";
import { openApiDocument } from "./openapi/document.ts";
import * as accountCheck from "./operations/account/check.ts";
import * as accountList from "./operations/account/list.ts";
import * as accountRead from "./operations/account/read.ts";
import { stock } from "./operations/account/stock.ts";
import { mountAdapter } from "./operations/adapter/mount.ts";
import { decide } from "./operations/agency/decide.ts";
import * as agencyQueue from "./operations/agency/queue.ts";
import * as caseAskErasure from "./operations/case/ask-erasure.ts";
import * as caseConfirmErasure from "./operations/case/confirm-erasure.ts";
import { readErasure } from "./operations/case/read-erasure.ts";
import { reportAlarm } from "./operations/container/report-alarm.ts";
import { amend } from "./operations/declaration/amend.ts";
import { answerQuery } from "./operations/declaration/answer-query.ts";
import { arrive } from "./operations/declaration/arrive.ts";
import { cancel } from "./operations/declaration/cancel.ts";
import { full } from "./operations/declaration/full.ts";
import { listDocuments } from "./operations/declaration/list-documents.ts";
import { notifications } from "./operations/declaration/notifications.ts";
import { readDocument } from "./operations/declaration/read-document.ts";
import { receipt } from "./operations/declaration/receipt.ts";
import { search } from "./operations/declaration/search.ts";
import { status } from "./operations/declaration/status.ts";
import { submit } from "./operations/declaration/submit.ts";
import { supplyDocument } from "./operations/declaration/supply-document.ts";
import { timeline } from "./operations/declaration/timeline.ts";
import { versions } from "./operations/declaration/versions.ts";
import * as draftList from "./operations/draft/list.ts";
import * as draftRead from "./operations/draft/read.ts";
import * as draftRemove from "./operations/draft/remove.ts";
import * as draftSave from "./operations/draft/save.ts";
import * as formalityAskErasure from "./operations/formality/ask-erasure.ts";
import * as formalityAuthenticity from "./operations/formality/authenticity.ts";
import * as formalityBegin from "./operations/formality/begin.ts";
import * as formalityConfirmErasure from "./operations/formality/confirm-erasure.ts";
import * as formalityHistory from "./operations/formality/history.ts";
import * as formalityKinds from "./operations/formality/kinds.ts";
import * as formalityList from "./operations/formality/list.ts";
import * as formalityRead from "./operations/formality/read.ts";
import * as formalityStep from "./operations/formality/step.ts";
import { audit } from "./operations/log/audit.ts";
import { checkpoint } from "./operations/log/checkpoint.ts";
import * as notificationList from "./operations/notification/list.ts";
import * as notificationRead from "./operations/notification/read.ts";
import { concludeReviews } from "./operations/officer/conclude-reviews.ts";
import { orderControl } from "./operations/officer/order-control.ts";
import * as officerQueue from "./operations/officer/queue.ts";
import { raiseQuery } from "./operations/officer/raise-query.ts";
import { readCase } from "./operations/officer/read-case.ts";
import { recordArrival } from "./operations/officer/record-arrival.ts";
import { recordControl } from "./operations/officer/record-control.ts";
import { recordDeparture } from "./operations/officer/record-departure.ts";
import { recordMovement } from "./operations/officer/record-movement.ts";
import { release } from "./operations/officer/release.ts";
import { callback } from "./operations/payment/callback.ts";
import { markPaid } from "./operations/payment/mark-paid.ts";
import { statement } from "./operations/payment/statement.ts";
import { codeList } from "./operations/reference/code-list.ts";
import { country } from "./operations/reference/country.ts";
import { model } from "./operations/reference/model.ts";
import { samples } from "./operations/reference/samples.ts";
import { validate } from "./operations/reference/validate.ts";
import { activatePolicy } from "./operations/risk/activate-policy.ts";
import { backtestPolicy } from "./operations/risk/backtest-policy.ts";
import { cancelRetraining } from "./operations/risk/cancel-retraining.ts";
import { checkRules } from "./operations/risk/check-rules.ts";
import { listDescriptions } from "./operations/risk/list-descriptions.ts";
import { listFacts } from "./operations/risk/list-facts.ts";
import { listFeatures } from "./operations/risk/list-features.ts";
import { listModels } from "./operations/risk/list-models.ts";
import { listOpenSourceItems } from "./operations/risk/list-open-source-items.ts";
import { listPolicies } from "./operations/risk/list-policies.ts";
import { listRetrainings } from "./operations/risk/list-retrainings.ts";
import { performance } from "./operations/risk/performance.ts";
import { readDocumentText } from "./operations/risk/read-document-text.ts";
import { readOpenSourceItem } from "./operations/risk/read-open-source-item.ts";
import { readPolicy } from "./operations/risk/read-policy.ts";
import { readRetraining } from "./operations/risk/read-retraining.ts";
import { readRun } from "./operations/risk/read-run.ts";
import { removeOpenSourceItem } from "./operations/risk/remove-open-source-item.ts";
import { retrain } from "./operations/risk/retrain.ts";
import { rollBackPolicy } from "./operations/risk/roll-back-policy.ts";
import { signPolicy } from "./operations/risk/sign-policy.ts";
import { storeDescriptions } from "./operations/risk/store-descriptions.ts";
import { storeModel } from "./operations/risk/store-model.ts";
import { storeOpenSourceItem } from "./operations/risk/store-open-source-item.ts";
import { writePolicy } from "./operations/risk/write-policy.ts";
import { activateList } from "./operations/screening/activate-list.ts";
import { confirmHit } from "./operations/screening/confirm-hit.ts";
import { importList } from "./operations/screening/import-list.ts";
import { listHits } from "./operations/screening/list-hits.ts";
import { listLists } from "./operations/screening/list-lists.ts";
import { returnHit } from "./operations/screening/return-hit.ts";
import { reviewHit } from "./operations/screening/review-hit.ts";
import { rollBackList } from "./operations/screening/roll-back-list.ts";
import { screenParty } from "./operations/screening/screen-party.ts";
import { health } from "./operations/service/health.ts";
import { metrics } from "./operations/service/metrics.ts";
import { readiness } from "./operations/service/readiness.ts";
import * as subscriptionCreate from "./operations/subscription/create.ts";
import * as subscriptionList from "./operations/subscription/list.ts";
import * as subscriptionRemove from "./operations/subscription/remove.ts";
import { activate } from "./operations/tariff/activate.ts";
import { canary } from "./operations/tariff/canary.ts";
import { importTariff } from "./operations/tariff/import.ts";
import * as tariffList from "./operations/tariff/list.ts";
import { quote } from "./operations/tariff/quote.ts";
import * as tariffRead from "./operations/tariff/read.ts";
import { rollBack } from "./operations/tariff/roll-back.ts";
import * as traderDigest from "./operations/trader/digest.ts";
import * as traderDuplicates from "./operations/trader/duplicates.ts";
import * as traderFeed from "./operations/trader/feed.ts";
import * as traderRead from "./operations/trader/read.ts";
import * as traderReceive from "./operations/trader/receive.ts";
import { recognise } from "./operations/trader/recognise.ts";
import { recognised } from "./operations/trader/recognised.ts";

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
