/** A case as whoever asks for it is checked against it; the declarations' store fills the port. */
import type { Case } from "@customhouse/clearance";

export interface CaseFile {
  readonly case: Case;
  readonly office?: string;
  readonly submittedAt: string;
  readonly updatedAt: string;
}

export interface CaseFiles {
  byMrn(mrn: string): Promise<CaseFile | undefined>;
  byId(caseId: string): Promise<CaseFile | undefined>;
}

/** A case as a list shows it. */
export interface CaseSummary {
  readonly caseId: string;
  readonly mrn?: string;
  readonly lrn: string;
  readonly declarant: string;
  readonly direction: string;
  readonly lane?: string;
  readonly control: string;
  readonly agencies: string;
  readonly debt: string;
  readonly goods: string;
  readonly submittedAt: string;
}

export interface QueuedCase extends CaseSummary {
  /** Something was found after release that an officer is to look at. */
  readonly review?: true;
  /** It waits for an officer, since nobody has completed it in time. */
  readonly isSupplementOverdue?: true;
}
