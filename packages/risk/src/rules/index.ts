/** Rules of analysts: read, run and explained; how hits become lanes. */
export { columnsOf, planFor } from "./columns.ts";
export { type CompiledRuleSet, compileRules } from "./compile.ts";
export { evaluateRules } from "./evaluate.ts";
export { type ExplainedHit, explainHits } from "./explain.ts";
export { type JudgedRun, judgeRun } from "./judge-run.ts";
export { type Capacity, interestOf, type LaneHit, type LanePolicy, USUAL_POLICY } from "./lanes.ts";
export { RULE_LIMITS } from "./limits.ts";
export type { RuleProblem } from "./problem.ts";
export type { Rule } from "./rule.ts";
export { readsItems, runColumns } from "./run-columns.ts";
