import type { Operation } from "../../platform/http/operation.ts";
import { reportAlarm } from "./operations/report-alarm.ts";
import type { CargoRoom } from "./room.ts";

export function cargoOperations(room: CargoRoom): readonly Operation[] {
  return [
    reportAlarm(room), // POST /v1/containers/{containerId}/alarms
  ];
}
