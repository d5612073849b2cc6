/** Fills the port of cargo. */
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { CargoStore } from "../parts.ts";
import { cargoReports, filingsOf, unmatchedMrns } from "./cargo.ts";
import { keepAlarm } from "./container-alarms.ts";
import { alarmsSince } from "./prepared.ts";

export function createCargoStore({ writer, writerPool }: OpenDatabase): CargoStore {
  return {
    filingsOf: (kinds, documents) => filingsOf(writer, kinds, documents),
    cargoReports: (kinds, documents, containers) =>
      cargoReports(writer, kinds, documents, containers),
    unmatched: (document) => unmatchedMrns(writer, document),
    keepAlarm: (alarm, kinds) => keepAlarm(writer, alarm, kinds),
    alarmsSince: (containers, since) => alarmsSince(writerPool, containers, since),
  };
}
