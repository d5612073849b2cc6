/**
 * Formalities (permits, registrations, transit, audits...): each kind is defined as data, one machine takes their steps, and
 * a kind may have a behaviour. Pure.
 */
export {
  behaviourOf,
  type ClockStep,
  type Kind,
  type KindBehaviour,
  type Notice,
  type Objection,
  type Prepared,
} from "./behaviour/behaviour.ts";
export type {
  Act,
  Acting,
  DeclarationCommand,
  DeclarationSeen,
  DocumentRole,
  LookingUp,
  LookUp,
  Outcome,
  RefusedOutcome,
  Screened,
} from "./behaviour/effects.ts";
export { registeringKinds, registerOn } from "./behaviour/register.ts";
export { closedStates, hasRole, isOfRole, kindsWith, kindWith } from "./behaviour/roles.ts";
export { kindProblems } from "./definition/kind-problems.ts";
export {
  type FieldChange,
  type KindChange,
  type KindChanges,
  type MergedKinds,
  mergeKinds,
  soundKinds,
} from "./definition/merge-kinds.ts";
export {
  FORMALITY_ERRORS,
  type FormalityErrorCode,
  type FormalityRefusal,
  refuseStep,
} from "./errors.ts";
export { knewNow } from "./filing/knew.ts";
export {
  type Filed,
  type FiledMeans,
  type FiledParty,
  filedNames,
  filedProblems,
  tooManyNames,
} from "./filing/parties.ts";
export { FILED_FIELDS, type FiledBy, type FilingPicture, filingPicture } from "./filing/picture.ts";
export { assessFiling, type FilingOutcome } from "./filing/risk.ts";
export { REGISTER_PARTY, registeredTrader } from "./kinds/registration-behaviour.ts";
export { standardFormalities } from "./kinds/standard.ts";
export { type AccountName, balanceKey, balancesOf } from "./machine/computed.ts";
export { formalityEndOf } from "./machine/end.ts";
export { type FactProblem, factProblems, isPersonal, splitPersonal } from "./machine/facts.ts";
export { type InterestQuestion, interestOf } from "./machine/interest.ts";
export type { CodeAsked } from "./machine/one-time-code.ts";
export {
  applyStep,
  type Formality,
  type FormalityActing,
  type FormalityEvent,
  formalityAsOf,
  isInForce,
  type KnownEvent,
} from "./machine/state.ts";
export { type StepRequest, type StepTaken, takeStep } from "./machine/take-step.ts";
export { textsIn, tinsIn } from "./machine/texts-in.ts";
