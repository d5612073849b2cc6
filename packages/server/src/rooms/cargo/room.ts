import type { Operation } from "../../platform/http/operation.ts";
import type { MainPath } from "../declarations/contract.ts";
import { reportAlarm } from "./operations/report-alarm.ts";

export interface CargoRoom {
  readonly mainPath: MainPath;
  /** TINs of who filed or reported the container, or was named for it. */
  readonly partiesToContainer: (container: string) => Promise<readonly string[]>;
}

export function cargoOperations(room: CargoRoom): readonly Operation[] {
  return [
    reportAlarm(room), // POST /v1/containers/{containerId}/alarms
  ];
}
