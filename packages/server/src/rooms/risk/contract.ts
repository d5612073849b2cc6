/** What other rooms ask of risk. */
import type { Case, RiskRun } from "@customhouse/clearance";
import type { Assessment, AssessmentInput } from "@customhouse/risk";
import type { RiskExtras, RiskRow } from "@customhouse/risk/features";

/** Risk as it stands: rules, model and history. Absent: the country's criteria alone. */
export interface RiskSource {
  assess(
    input: AssessmentInput,
    about: Pick<Case, "caseId" | "direction" | "dataSet">,
    when: { readonly at: string; readonly office: string },
    extras: RiskExtras,
  ): RiskAssessment;
  /** What a run saw that was committed, so that it can be explained. */
  keep(caseId: string, seen: RiskRow): void;
}

export interface RiskAssessment {
  readonly assessment: Assessment;
  readonly run?: RiskRun;
  /** All features of the declaration at that moment, to be asked for at once; absent where no policy is in force. */
  readonly row?: () => RiskRow;
}

/** What is told of retraining in figures. */
export interface RetrainingRecords {
  /** The one that ended last. */
  lastRetraining(): Promise<{ readonly outcome?: string; readonly endedAt?: string } | undefined>;
}
