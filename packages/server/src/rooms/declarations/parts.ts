/** The contracts and stores that decisions on declarations need. */
import type { Case } from "@customhouse/clearance";
import type { LaneCounts } from "@customhouse/risk";
import type { ActParts } from "../../platform/commit/act-parts.ts";
import type { Cargo } from "../cargo/contract.ts";
import type { Formalities } from "../formalities/contract.ts";
import type { RiskSource } from "../risk/contract.ts";
import type { ScreeningSource } from "../screening/contract.ts";
import type { Traders } from "../traders/contract.ts";

export interface StoredCase {
  readonly case: Case;
  /** The number of acts that the case has had when the decision is made. */
  readonly actCount: number;
  /** The office in charge. */
  readonly office: string;
}

export interface CaseStore {
  load(caseId: string): Promise<StoredCase | undefined>;
  /** Those that exist, by id. */
  loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, StoredCase>>;
  loadByMrn(mrn: string): Promise<StoredCase | undefined>;
  /** Cases that a consignment reference leads to, directly or through its master reference. */
  findByUcrs(ucrs: readonly string[]): Promise<readonly StoredCase[]>;
  /** All are put under the master, or none: it would go in a circle, or it is closed. */
  associateUcrs(ucrs: readonly string[], master: string): Promise<"linked" | "circle" | "closed">;
  closeUcr(master: string, at: string): Promise<void>;
}

export interface DeclarationParts extends ActParts {
  readonly store: CaseStore;
  readonly formalities: Pick<Formalities, "ofKind">;
  readonly cargo: Pick<Cargo, "alarmsOf" | "linesFor" | "tell">;
  readonly traders: Pick<Traders, "grantsOf">;
  readonly laneCounts: () => LaneCounts;
  readonly risk?: RiskSource;
  readonly screening?: ScreeningSource;
}
