/** The life of a declaration: commands, events, agencies, duties. Pure: I/O, clock and randomness are passed in. */
export { apply, EVENT_TYPES, TransitionError } from "./apply.ts";
export {
  type CargoLine,
  type DeclaredCargo,
  declaredCargo,
  manifestAccount,
} from "./cargo/match.ts";
export type * from "./case.ts";
export type * from "./command.ts";
export { decisionState } from "./decide/checks.ts";
export { isUnderCustoms } from "./decide/controls.ts";
export type { Context } from "./decide/draft.ts";
export { fromMinor, toMinor } from "./decide/money.ts";
export { type Decision, decide } from "./decide.ts";
export { type CaseEnd, endOf, erasableFrom, type OpenPart } from "./erasure.ts";
export { CLEARANCE_ERRORS, type ClearanceErrorCode, type Refusal } from "./errors.ts";
export type * from "./event.ts";
export { type Examined, examine } from "./examine/examine.ts";
export { type Known, type NamedRecords, NO_RECORDS } from "./examine/known.ts";
export { type DeclarationFacts, declarationFacts, goodsItems, repeatedValues } from "./facts.ts";
export { agenciesState } from "./fold-agencies.ts";
export { lpcoAccount } from "./lpco/claims.ts";
export { permitNumbers } from "./lpco/declared.ts";
export { missingPermitFindings, permitFindings } from "./lpco/verify.ts";
export { type MergedTransitions, mergeTransitions, transitionsOf } from "./merge-transitions.ts";
export { makeMrn } from "./mrn.ts";
export { type Notification, notificationOf } from "./notify/notifications.ts";
export { BASE_RULES } from "./notify/rules.ts";
export type { Wording } from "./notify/wording.ts";
export { rulingNumbers } from "./ruling/declared.ts";
export { rulingFindings } from "./ruling/findings.ts";
export { simplifiedFindings, takenFindings } from "./simplified/findings.ts";
export {
  caseAccount,
  isSupplementary,
  type SimplifiedCases,
  simplifiedMrns,
  supplementRight,
} from "./simplified/named.ts";
export { stockFindings } from "./stock/findings.ts";
export {
  type Assessment,
  assess,
  assessDuty,
  type DutyFinding,
  type ExplainedLine,
  type QuotaClaim,
  totalPayable,
} from "./tariff/assess.ts";
export { checkMeasures, type MeasureProblem } from "./tariff/check-measures.ts";
export { apportion } from "./tariff/customs-value.ts";
export { allocate, isQuotaAccount, quotaAccount, quotaMinor } from "./tariff/quota.ts";
export {
  declarationOfQuote,
  type Quote,
  type QuoteRequest,
  quote,
} from "./tariff/quote.ts";
export { parseRate, writeRate } from "./tariff/rate-notation.ts";
export { CLOSED_CONTROL, TRANSITIONS, tableProblems, violations } from "./transitions.ts";
