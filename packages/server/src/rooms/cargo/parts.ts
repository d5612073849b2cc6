/** The contracts and stores that cargo needs. */
import type { Formality } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import type { ActParts } from "../../platform/commit/act-parts.ts";
import type { Formalities } from "../formalities/contract.ts";
import type { ContainerAlarm, NotedAlarm } from "./contract.ts";
import type { AlarmKept } from "./store/container-alarms.ts";

export interface CargoStore {
  filingsOf(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
  ): Promise<readonly Formality[]>;
  /** Cargo reports of these transport documents; of these containers where there are no documents. */
  cargoReports(
    kinds: readonly FormalityKind[],
    documents: readonly string[],
    containers: readonly string[],
  ): Promise<readonly Formality[]>;
  /** MRNs of declarations that name a transport document which nobody had reported. */
  unmatched(document: string): Promise<readonly string[]>;
  keepAlarm(alarm: ContainerAlarm, kinds: readonly FormalityKind[]): Promise<AlarmKept>;
  /** The alarms of any of these containers since an instant. */
  alarmsSince(containers: readonly string[], since: string): Promise<readonly NotedAlarm[]>;
}

export interface CargoParts
  extends Pick<ActParts, "country" | "clock" | "newCaseId" | "readBalance"> {
  readonly store: CargoStore;
  readonly formalities: Pick<Formalities, "step" | "byNumber">;
}
