/** The WCO Data Model as typed data, and the pure functions over it. */
export { basePairs, repeatingPairs } from "./arrays.ts";
export { ATTRIBUTES, type AttributeFormat, type AttributeUse } from "./attributes.ts";
export type * from "./cargo.ts";
export {
  countryCodes,
  currencyCodes,
  internationalCodeLists,
  packageCodes,
  unitCodes,
} from "./code-lists/international.ts";
export { codeListOf, findCode, isValidCode } from "./code-lists/is-valid-code.ts";
export type { Condition } from "./condition.ts";
export {
  CONTAINER_ALARM_DAYS,
  CONTAINER_ALARMS,
  type ContainerAlarmKind,
  containerAlarmCodes,
} from "./container-alarm.ts";
export * from "./country.ts";
export { addDays, addYears, DAY_MS, daysBetween, isDay, utcDay } from "./day.ts";
export type * from "./deadline.ts";
export { compareDecimals } from "./decimal.ts";
export type * from "./definition.ts";
export type * from "./duty-step.ts";
export { ERASURE_REASONS, type ErasureReason, type ErasureRules } from "./erasure.ts";
export { CodedError, type ErrorDefinition, type ErrorRegistry, httpStatusOf } from "./errors.ts";
export type * from "./filing-risk.ts";
export {
  type Finding,
  formatPointer,
  type JsonPatchOperation,
  type PointerStep,
} from "./finding.ts";
export type * from "./formality.ts";
export type * from "./generated/types.ts";
export { holds } from "./holds.ts";
export { type AsOf, inForce, inSeason } from "./in-force.ts";
export * from "./information-package.ts";
export type * from "./interest.ts";
export {
  afterDays,
  beginOfDay,
  endOfDay,
  type InTimeZone,
  legalDay,
  localTime,
  utcOffsetMinutes,
} from "./legal-day.ts";
export type * from "./lpco.ts";
export {
  type ErrorText,
  extensionOf,
  type MessageExtension,
  type MessageProfile,
} from "./message-profile.ts";
export type * from "./recognition.ts";
export type * from "./registered.ts";
export type * from "./reservation.ts";
export type * from "./ruling.ts";
export type * from "./simplified.ts";
export {
  baseStructures,
  classes,
  envelopeStructure,
  isClassName,
  ownMessages,
} from "./standard/index.ts";
export {
  type ClassTest,
  mergeClasses,
  parseDictionary,
  parseFragments,
  parseStructure,
} from "./standard/notation.ts";
export type * from "./stock.ts";
export type * from "./tariff.ts";
export { BASE_TIN_PATTERN, type TinFormat, tinFormats } from "./tin.ts";
export { type DocumentNode, isNode, nodesAt, valuesAt } from "./values-at.ts";
export { mapWords, type Words, words } from "./words.ts";
