/** What the main path needs from the outside. Everything impure comes through here, so that time can be moved. */
import type { Case } from "@customhouse/clearance";
import type { Formality } from "@customhouse/formalities";
import type { Country, FormalityKind } from "@customhouse/model";
import type { LaneCounts } from "@customhouse/risk";
import type { PromiseTerms, SignedPromise } from "../../platform/commit/promise.ts";
import type { CommitRequest, CommitResult } from "../../platform/commit/types.ts";
import type { KeyedHash } from "../../platform/keyed-hash.ts";
import type { Mail } from "../../platform/mail/post-office.ts";
import type { AlarmKept, ContainerAlarm, NotedAlarm } from "../cargo/store/container-alarms.ts";
import type { RiskSource } from "../risk/contract.ts";
import type { ScreeningSource } from "../screening/contract.ts";

export interface StoredCase {
  readonly case: Case;
  /** How many commits the case has had: what a decision is made on. */
  readonly storedVersion: number;
  /** The office in charge. */
  readonly office: string;
}

export interface StoredFormality {
  readonly formality: Formality;
  readonly storedVersion: number;
}

export interface StoredDocument {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface StoredAnswer {
  readonly requestDigest: Uint8Array;
  readonly response: unknown;
}

export interface CaseStore {
  load(caseId: string): Promise<StoredCase | undefined>;
  /** Those that exist, by id. */
  loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, StoredCase>>;
  loadFormality(
    name: { readonly number: string } | { readonly caseId: string },
  ): Promise<StoredFormality | undefined>;
  /** Those of the kind that have one of the numbers. */
  loadFormalities(kind: string, numbers: readonly string[]): Promise<readonly Formality[]>;
  /** Operators with these numbers whom a partner's list names on the day. */
  recognised(
    ids: readonly string[],
    day: string,
  ): Promise<
    readonly { readonly id: string; readonly arrangement: string; readonly type: string }[]
  >;
  /** Filings that name one of these transport documents, at master or house level, and are not over. */
  filingsOf(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
  ): Promise<readonly Formality[]>;
  /** Declarations that name a transport document which nobody had reported. */
  unmatchedCases(document: string): Promise<readonly StoredCase[]>;
  /** Cargo reports of these transport documents; of these containers where there are no documents. */
  cargoReports(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
    containers: readonly string[],
  ): Promise<readonly Formality[]>;
  keepAlarm(alarm: ContainerAlarm, kinds: readonly FormalityKind[]): Promise<AlarmKept>;
  /** Of any of the containers, that went off since the moment. */
  alarmsSince(containers: readonly string[], since: string): Promise<readonly NotedAlarm[]>;
  loadByMrn(mrn: string): Promise<StoredCase | undefined>;
  /** Cases that a consignment reference leads to, directly or through its master reference. */
  findByUcrs(ucrs: readonly string[]): Promise<readonly StoredCase[]>;
  /** What is on an account now, guarded or not; zero where it never moved. Smallest parts of the unit. */
  readBalance(account: string, unit: string): Promise<bigint>;
  /** All are put under the master, or none: it would go in a circle, or it is closed. */
  associateUcrs(ucrs: readonly string[], master: string): Promise<"linked" | "circle" | "closed">;
  closeUcr(master: string, at: string): Promise<void>;
  /** What a request with this key was answered, or undefined when there was none. */
  findAnswer(scope: string, key: string): Promise<StoredAnswer | undefined>;
  /** Absent when it was erased. */
  loadDocument(caseId: string, digest: string): Promise<StoredDocument | undefined>;
}

export interface MainPathParts {
  /** As it stands now: read it anew for each act. */
  readonly country: Country;
  /** Tells the register of formalities that were committed. */
  readonly registerChanged: (formalities: readonly Formality[]) => void;
  readonly store: CaseStore;
  /** Parcels wait behind a wall of their own, so that a flood of them cannot slow a ship. */
  readonly commit: (request: CommitRequest, lowValue: boolean) => Promise<CommitResult>;
  readonly clock: () => Date;
  /** UUIDv7 of the injected clock. */
  readonly newCaseId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly laneCounts: () => LaneCounts;
  readonly risk?: RiskSource;
  readonly screening?: ScreeningSource;
  /** Hands a letter to the mail server, and waits for nothing. Absent: no mail server is attached. */
  readonly mail?: (mail: Mail) => void;
  /** Signs what was promised of a leaf. The same terms give the same signature as long as the log keeps its key. */
  readonly sign: (terms: PromiseTerms) => SignedPromise;
  /** Under a secret of the installation: nobody can confirm from a digest what he guesses. */
  readonly salted: KeyedHash;
}
