/** The matching of declarations with cargo reports: by transport document, else by container. */
import type { Condition } from "./condition.ts";
import type { ContainerAlarmKind } from "./container-alarm.ts";
import type { ControlKind, RepeatedValue } from "./country.ts";

export interface CargoProfile {
  /** Declarations whose goods came with a carrier that reported them. */
  readonly when: Condition;
  /** The places in a declaration that name transport documents. */
  readonly documents: readonly RepeatedValue[];
  /** Path of the containers' numbers, from the declaration. */
  readonly containers: string;
  /** Paths of numbers of packages: the first that has any is added up. */
  readonly packages: readonly string[];
  /** Likewise of gross masses. */
  readonly grossMassKg: readonly string[];
  /** By how much the mass of whole consignments may differ: an exact percentage of what was reported. */
  readonly massTolerancePercent: string;
  /** The control that a mismatch leads to; absent: it is only recorded. */
  readonly onMismatch?: ControlKind;
  /** What an alarm of a container has customs want, before acceptance and after; absent: alarms are only weighed. */
  readonly onAlarm?: {
    readonly kinds: readonly ContainerAlarmKind[];
    readonly control: ControlKind;
  };
}
