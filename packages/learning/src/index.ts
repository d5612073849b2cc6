/** Models: how they are grown, how they score, how well, and why a row has its score. Pure. */
export { type BoostSettings, boost, DEEP_SETTINGS, USUAL_SETTINGS } from "./boosting/boost.ts";
export type { Tree } from "./boosting/tree.ts";
export { LEARNING_ERRORS, LearningError } from "./errors.ts";
export { USUAL_LINEAR } from "./model/linear.ts";
export {
  type Evaluation,
  evaluate,
  ranked,
  refuseNotFinite,
  SHARES,
  weightedArea,
} from "./model/metrics.ts";
export {
  checkedTarget,
  type Explanation,
  explain,
  type Model,
  memberMatrix,
  probabilities,
  revenueOf,
  score,
} from "./model/model.ts";
export { readMost } from "./model/read-most.ts";
export { seeded } from "./random.ts";
