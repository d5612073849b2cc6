/** What operations, jobs and other rooms ask of cargo: reports, filings, alarms of containers. */
import type { CargoLine, Case } from "@customhouse/clearance";
import type { Formality } from "@customhouse/formalities";
import type { ContainerAlarmKind, Declaration, FormalityKind } from "@customhouse/model";
import type { Refused } from "../../platform/refusal.ts";

export interface ContainerAlarm {
  readonly alarmId: string;
  readonly container: string;
  readonly kind: ContainerAlarmKind;
  /** ISO instants. */
  readonly at: string;
  readonly recordedAt: string;
  readonly location?: string;
  readonly source?: string;
  /** Stable subject of who reports. */
  readonly reportedBy: string;
  readonly idempotencyKey?: string;
  /** Hex SHA-256. */
  readonly requestDigest: string;
}

export type NotedAlarm = Pick<ContainerAlarm, "alarmId" | "kind">;

export type AlarmReport = Omit<ContainerAlarm, "alarmId" | "recordedAt" | "requestDigest">;

export type AlarmResult = { readonly status: "reported"; readonly alarmId: string } | Refused;

export interface Cargo {
  /** An alarm of a container, from whoever was already allowed to report it. */
  reportAlarm(report: AlarmReport): Promise<AlarmResult>;
  /** Those that still count. Nothing is asked where no container is named. */
  alarmsOf(containers: readonly string[]): Promise<readonly NotedAlarm[]>;
  /** Undefined: nothing is to be matched. Nothing is asked of the database where nothing is named. */
  linesFor(declaration: Declaration): Promise<readonly CargoLine[] | undefined>;
  /** Tells every cargo report that the case takes over from where it stands now. The same is told once. */
  tell(declared: Case): Promise<void>;
  /** Filings that name one of these transport documents, at master or house level, and are not over. */
  filingsOf(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
  ): Promise<readonly Formality[]>;
  /** Cargo reports of these transport documents. */
  reportsOf(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
  ): Promise<readonly Formality[]>;
  /** MRNs of declarations that name a transport document which nobody had reported. */
  unmatched(document: string): Promise<readonly string[]>;
}
