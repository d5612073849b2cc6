/** The interface of the cargo room for operations, jobs and other rooms: cargo reports, filings, alarms of containers. */
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
  /** The subject (user or machine) that reports the alarm. */
  readonly reportedBy: string;
  readonly idempotencyKey?: string;
  /** Hex SHA-256. */
  readonly requestDigest: string;
}

export type NotedAlarm = Pick<ContainerAlarm, "alarmId" | "kind">;

export type AlarmReport = Omit<ContainerAlarm, "alarmId" | "recordedAt" | "requestDigest">;

export type AlarmResult = { readonly status: "reported"; readonly alarmId: string } | Refused;

export interface Cargo {
  /** Stores an alarm. The caller has already checked that the reporter may report it. */
  reportAlarm(report: AlarmReport): Promise<AlarmResult>;
  /** The alarms that still count. Without a container the database is not asked. */
  alarmsOf(containers: readonly string[]): Promise<readonly NotedAlarm[]>;
  /** Compares a declaration with cargo reports. Undefined: nothing to match. Without references the database is not asked. */
  linesFor(declaration: Declaration): Promise<readonly CargoLine[] | undefined>;
  /** Updates each cargo report that the case writes off with the case's state. Repeating the same update has no effect. */
  tell(declared: Case): Promise<void>;
  /** Filings under way that name one of these transport documents, at master or house level. */
  filingsOf(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
  ): Promise<readonly Formality[]>;
  /** Cargo reports of these transport documents. */
  reportsOf(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
  ): Promise<readonly Formality[]>;
  /** MRNs of declarations that name a transport document for which there is no cargo report. */
  unmatched(document: string): Promise<readonly string[]>;
}
