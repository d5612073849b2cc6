/** What one row of `risk_fact` says. */
import type { RiskRun } from "@customhouse/clearance";
import type { Lane } from "@customhouse/model";
import type { ControlResult, RiskFacts } from "@customhouse/risk";

export type FactBody =
  | {
      readonly kind: "run";
      readonly facts: RiskFacts;
      /** What came of the run: the event of the lane. */
      readonly run: {
        readonly lane: Lane;
        readonly criteria: readonly string[];
        readonly basis: string;
        readonly probability: number;
        readonly run?: RiskRun;
      };
    }
  | {
      readonly kind: "result";
      readonly control: string;
      readonly findings: ControlResult["findings"];
    };
