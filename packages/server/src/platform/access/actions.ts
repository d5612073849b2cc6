/** The words that policies are written in. The lists here and policies/customhouse.cedarschema are kept equal by a test. */
import type { ConfidentialityLabel } from "@customhouse/model";

export const roles = ["trader", "officer", "agency", "analyst", "administrator"] as const;
export type Role = (typeof roles)[number];

/**
 * How a reader stands to a case: `office` for an officer, `agency` when its agency has a check there, `part` for a trader
 * who gives a part of another's formality.
 */
export const relations = ["own", "part", "office", "agency", "none"] as const;
export type Relation = (typeof relations)[number];

export const actions = [
  "lodge",
  "amend",
  "cancel",
  "present",
  "supplyDocument",
  "answerQuery",
  "manageDrafts",
  "manageSubscriptions",
  "readNotifications",
  "recordControl",
  "orderControl",
  "raiseQuery",
  "releaseGoods",
  "recordMovement",
  "viewQueue",
  "decideAgencyCheck",
  "viewAgencyQueue",
  "viewCase",
  "viewDocument",
  "viewTimeline",
  "viewReceipt",
  "viewUploads",
  "viewCaseNotifications",
  "listCases",
  "markPaid",
  "readAudit",
  "fileFormality",
  "stepFormality",
  "viewFormality",
  "listFormalities",
  "reportAlarm",
  "viewAccount",
  "listAccounts",
  "checkLedger",
  "sendMasterData",
  "readRegister",
  "viewTariff",
  "manageTariff",
  "reconcilePayments",
  "manageRecognition",
  "viewRisk",
  "manageRisk",
  "viewRiskRun",
  "viewScreening",
  "decideScreening",
  "manageScreening",
  "eraseCase",
] as const;
export type Action = (typeof actions)[number];

export const labels: readonly ConfidentialityLabel[] = [
  "public",
  "party",
  "restricted",
  "enforcement",
];

/** Why restricted data is read. A fixed list: free text could not be audited, and could hold personal data. */
export const purposes = ["control", "query", "appeal", "audit", "risk-analysis"] as const;
export type Purpose = (typeof purposes)[number];
