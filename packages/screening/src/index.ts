/** Parties compared with watch lists: lists, names, matches. Pure. */
export { SCREENING_ERRORS, ScreeningError, type ScreeningErrorCode } from "./errors.ts";
export { identifierKeys, identifierKind } from "./identifiers.ts";
export { jaroWinkler } from "./names/similarity.ts";
export {
  entryProblem,
  isSearchable,
  type Party,
  partyProblem,
  SCHEMAS,
  type WatchEntry,
} from "./party.ts";
export { LEAST_THRESHOLD, type ScreeningMatch, screen, USUAL_THRESHOLD } from "./search/screen.ts";
export { buildIndex, type ScreeningIndex } from "./search/screening-index.ts";
export { wordKeys } from "./search/word-keys.ts";
