/** The interface of the risk room for other rooms. */
import type { Case, RiskRun } from "@customhouse/clearance";
import type { Assessment, AssessmentInput } from "@customhouse/risk";
import type { RiskExtras, RiskRow } from "@customhouse/risk/features";

/** The policy in force with its rules, model and history. Absent: only the country's criteria select. */
export interface RiskSource {
  assess(
    input: AssessmentInput,
    about: Pick<Case, "caseId" | "direction" | "dataSet">,
    when: { readonly at: string; readonly office: string },
    extras: RiskExtras,
  ): RiskAssessment;
  /** Stores the data of a committed assessment so that it can be explained later. */
  keep(caseId: string, seen: RiskRow): void;
}

export interface RiskAssessment {
  readonly assessment: Assessment;
  readonly run?: RiskRun;
  /** All features of the declaration at this moment. Call it at once, before the history changes. Absent without a policy. */
  readonly row?: () => RiskRow;
}

/** Figures on retraining for `/metrics`. */
export interface RetrainingRecords {
  /** The run that ended last. */
  lastRetraining(): Promise<{ readonly outcome?: string; readonly endedAt?: string } | undefined>;
}
