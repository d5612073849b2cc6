/** What risk runs go by, in force together or not at all: rules, a model, and how hits and scores become lanes. */
import { type Retraining, USUAL_RETRAINING } from "./monitor/retraining.ts";
import { type Compiled, type CompiledRuleSet, compileRules } from "./rules/compile.ts";
import { type LanePolicy, USUAL_POLICY } from "./rules/lanes.ts";
import type { RuleProblem } from "./rules/problem.ts";
import type { Rule } from "./rules/rule.ts";

/** How many controls an office can make in a day. */
export interface OfficeCapacity {
  /** Absent: any office that has no entry of its own. */
  readonly office?: string;
  readonly physicalADay?: number;
  readonly documentaryADay?: number;
}

export interface RiskPolicy {
  readonly rules: readonly Rule[];
  /** Digest of the model that scores; absent: rules alone. */
  readonly model?: string;
  /** Digest of a model that scores beside it without effect, to be compared with it. */
  readonly challenger?: string;
  /** Digest of the model that reads descriptions of goods; absent: none does. */
  readonly descriptions?: string;
  readonly lanes: LanePolicy;
  readonly capacity: readonly OfficeCapacity[];
  /** Share of the random picks that goes where most is to be learnt, from 0 to 0.5. */
  readonly explorationShare: number;
  /** Whether and how the server learns a challenger by itself; absent: only when somebody asks. */
  readonly retraining?: Retraining;
}

/** What may be left out is as usual. */
type GivenPolicy = Partial<Omit<RiskPolicy, "rules" | "retraining">> & {
  readonly rules: readonly unknown[];
  readonly retraining?: Partial<Retraining> & Pick<Retraining, "everyDays">;
};

/** Undefined parts are the usual ones. Errors: CH4210 to CH4219 and CH4224, all of them at once. */
export function checkedPolicy(
  given: GivenPolicy,
): { readonly policy: RiskPolicy; readonly set: CompiledRuleSet } | readonly RuleProblem[] {
  const compiled: Compiled = compileRules(given.rules);
  const problems = [...compiled.errors, ...laneProblems(given.lanes)];
  if (problems.length > 0) return problems;
  const { model, challenger, descriptions, lanes = USUAL_POLICY } = given;
  const { capacity = [], explorationShare = 0, retraining } = given;
  const policy: RiskPolicy = {
    rules: compiled.set.rules.map(({ rule }) => rule),
    ...(model === undefined ? {} : { model }),
    ...(challenger === undefined ? {} : { challenger }),
    ...(descriptions === undefined ? {} : { descriptions }),
    lanes,
    capacity,
    explorationShare,
    ...(retraining === undefined ? {} : { retraining: { ...USUAL_RETRAINING, ...retraining } }),
  };
  return { policy, set: compiled.set };
}

/** A lane that is more intrusive asks for more. */
function laneProblems(lanes: LanePolicy | undefined): readonly RuleProblem[] {
  if (lanes === undefined) return [];
  const { red, yellow, blue } = lanes.thresholds;
  if (0 < blue && blue <= yellow && yellow <= red && red <= 1) return [];
  const message = "Thresholds must rise from blue over yellow to red, above 0 and at most 1.";
  return [{ rule: "", code: "CH4224", message }];
}

/** What an office has, else what any office has, else no limit. */
export function capacityOf(policy: RiskPolicy, office: string): OfficeCapacity {
  const { capacity } = policy;
  return (
    capacity.find((entry) => entry.office === office) ??
    capacity.find((entry) => entry.office === undefined) ??
    {}
  );
}
