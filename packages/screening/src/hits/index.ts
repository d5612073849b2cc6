/** A match while officers decide on it, and what a changed list makes of old answers. */
export { diffLists, partyText } from "./changes.ts";
export {
  actOnHit,
  eraseDue,
  foundHit,
  type HitAct,
  pairDigest,
  type ScreeningHit,
  undecided,
} from "./hit.ts";
