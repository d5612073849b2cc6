/** Risk: which lane a declaration takes and why. Pure. */
export { type Assessment, type AssessmentInput, assess, type LaneCounts } from "./select.ts";
