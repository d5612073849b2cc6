/** Risk: which lane a declaration takes and why, and what is learnt from inspections. Pure. */
export { type Boosted, type BoostSettings, boost, USUAL_SETTINGS } from "./learn/boost.ts";
export { LEARNING_ERRORS, LearningError } from "./learn/errors.ts";
export { type Evaluation, evaluate, ranked, SHARES } from "./learn/metrics.ts";
export {
  checkedTarget,
  type Explanation,
  explain,
  type Model,
  memberMatrix,
  probabilities,
  refuseLeaks,
  revenueOf,
  score,
} from "./learn/model.ts";
export { encode, learnProfiles, type Matrix } from "./learn/profiles.ts";
export { seeded } from "./learn/random.ts";
export {
  columnOf,
  joined,
  pickRows,
  type Table,
  type TableSchema,
  targetOf,
} from "./learn/schema.ts";
export type { Tree } from "./learn/tree.ts";
export { type Assessment, type AssessmentInput, assess, type LaneCounts } from "./select.ts";
