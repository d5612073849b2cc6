/** Which lane a declaration takes and why. Pure. */
export { capacityOf, checkedPolicy, type OfficeCapacity, type RiskPolicy } from "./policy.ts";
export { type Assessment, type AssessmentInput, assess, type LaneCounts } from "./select.ts";
