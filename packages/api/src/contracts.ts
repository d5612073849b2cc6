/** Every operation of the API. */
import { containerReportAlarm } from "./cargo/alarms.ts";
import {
  agencyDecide,
  officerConcludeReviews,
  officerOrderControl,
  officerRaiseQuery,
  officerRecordArrival,
  officerRecordControl,
  officerRecordDeparture,
  officerRelease,
} from "./cases/acts.ts";
import { caseAskErasure, caseConfirmErasure, caseReadErasure } from "./cases/erasure.ts";
import { officerRecordMovement } from "./cases/movements.ts";
import { agencyQueue, officerQueue, officerReadCase } from "./cases/reading.ts";
import { declarationAnswerQuery, declarationSupplyDocument } from "./declarations/answering.ts";
import {
  declarationAmend,
  declarationArrive,
  declarationCancel,
  declarationSubmit,
} from "./declarations/lodging.ts";
import {
  declarationFull,
  declarationListDocuments,
  declarationNotifications,
  declarationReadDocument,
  declarationReceipt,
  declarationSearch,
  declarationStatus,
  declarationTimeline,
  declarationVersions,
} from "./declarations/reading.ts";
import { draftList, draftRead, draftRemove, draftSave } from "./drafts/operations.ts";
import {
  formalityAskErasure,
  formalityAuthenticity,
  formalityBegin,
  formalityConfirmErasure,
  formalityHistory,
  formalityKinds,
  formalityList,
  formalityRead,
  formalityReceipt,
  formalityStep,
} from "./formalities/operations.ts";
import { accountCheck, accountList, accountRead, accountStock } from "./ledger/operations.ts";
import { logAudit, logCheckpoint, logKey } from "./log/operations.ts";
import { notificationList, notificationRead } from "./notifications/operations.ts";
import { paymentCallback, paymentMarkPaid, paymentStatement } from "./payments/operations.ts";
import { referenceModel } from "./reference/model.ts";
import {
  referenceCodeList,
  referenceCountry,
  referenceSamples,
  referenceValidate,
} from "./reference/operations.ts";
import { riskFacts } from "./risk/facts.ts";
import {
  riskDescriptionModels,
  riskModels,
  riskStoreDescriptionModel,
  riskStoreModel,
} from "./risk/models.ts";
import {
  riskOpenSourceItem,
  riskOpenSourceItems,
  riskRemoveOpenSourceItem,
  riskStoreOpenSourceItem,
} from "./risk/open-source.ts";
import { riskPerformance } from "./risk/performance.ts";
import {
  riskActivatePolicy,
  riskBacktestPolicy,
  riskCheckRules,
  riskFeatures,
  riskPolicies,
  riskPolicyRead,
  riskRollBackPolicy,
  riskSignPolicy,
  riskWritePolicy,
} from "./risk/policies.ts";
import {
  riskCancelRetraining,
  riskRetrain,
  riskRetrainingRead,
  riskRetrainings,
} from "./risk/retrainings.ts";
import { riskReadDocumentText, riskReadRun } from "./risk/run.ts";
import {
  screeningActivateList,
  screeningConfirmHit,
  screeningHits,
  screeningImportList,
  screeningLists,
  screeningReturnHit,
  screeningReviewHit,
  screeningRollBackList,
  screeningScreenParty,
} from "./screening/operations.ts";
import { serviceHealth, serviceMetrics, serviceReadiness } from "./service/operations.ts";
import {
  subscriptionCreate,
  subscriptionList,
  subscriptionRemove,
} from "./subscriptions/operations.ts";
import { tariffQuote } from "./tariff/quote.ts";
import {
  tariffActivate,
  tariffCanary,
  tariffImport,
  tariffRead,
  tariffRollBack,
  tariffVersions,
} from "./tariff/versions.ts";
import {
  traderDigest,
  traderDuplicates,
  traderFeed,
  traderMessage,
  traderRead,
  traderRecognise,
  traderRecognised,
} from "./traders/operations.ts";

export const contracts = [
  // declarations
  declarationSupplyDocument,
  declarationAnswerQuery,
  declarationSubmit,
  declarationAmend,
  declarationCancel,
  declarationArrive,
  declarationSearch,
  declarationStatus,
  declarationVersions,
  declarationFull,
  declarationTimeline,
  declarationNotifications,
  declarationReceipt,
  declarationListDocuments,
  declarationReadDocument,
  // drafts
  draftList,
  draftRead,
  draftSave,
  draftRemove,
  // notifications
  notificationList,
  notificationRead,
  // subscriptions
  subscriptionCreate,
  subscriptionList,
  subscriptionRemove,
  // cases
  officerRecordControl,
  officerOrderControl,
  officerRaiseQuery,
  officerRelease,
  officerRecordArrival,
  officerRecordDeparture,
  officerConcludeReviews,
  agencyDecide,
  caseReadErasure,
  caseAskErasure,
  caseConfirmErasure,
  officerRecordMovement,
  officerQueue,
  officerReadCase,
  agencyQueue,
  // payments
  paymentMarkPaid,
  paymentCallback,
  paymentStatement,
  // formalities
  formalityKinds,
  formalityBegin,
  formalityList,
  formalityRead,
  formalityStep,
  formalityHistory,
  formalityReceipt,
  formalityAuthenticity,
  formalityAskErasure,
  formalityConfirmErasure,
  // cargo
  containerReportAlarm,
  // traders
  traderMessage,
  traderFeed,
  traderDigest,
  traderRead,
  traderDuplicates,
  traderRecognise,
  traderRecognised,
  // ledger
  accountList,
  accountRead,
  accountStock,
  accountCheck,
  // tariff
  tariffQuote,
  tariffVersions,
  tariffImport,
  tariffRead,
  tariffCanary,
  tariffActivate,
  tariffRollBack,
  // risk
  riskFacts,
  riskModels,
  riskStoreModel,
  riskDescriptionModels,
  riskStoreDescriptionModel,
  riskOpenSourceItems,
  riskStoreOpenSourceItem,
  riskOpenSourceItem,
  riskRemoveOpenSourceItem,
  riskPerformance,
  riskFeatures,
  riskCheckRules,
  riskPolicies,
  riskWritePolicy,
  riskPolicyRead,
  riskBacktestPolicy,
  riskSignPolicy,
  riskActivatePolicy,
  riskRollBackPolicy,
  riskRetrainings,
  riskRetrain,
  riskRetrainingRead,
  riskCancelRetraining,
  riskReadRun,
  riskReadDocumentText,
  // screening
  screeningImportList,
  screeningLists,
  screeningActivateList,
  screeningRollBackList,
  screeningScreenParty,
  screeningHits,
  screeningReviewHit,
  screeningConfirmHit,
  screeningReturnHit,
  // reference
  referenceModel,
  referenceValidate,
  referenceCodeList,
  referenceCountry,
  referenceSamples,
  // log
  logAudit,
  logCheckpoint,
  logKey,
  // service
  serviceHealth,
  serviceReadiness,
  serviceMetrics,
] as const;

export type Contracts = typeof contracts;
