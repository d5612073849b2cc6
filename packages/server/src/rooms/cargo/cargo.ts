/** Cargo, put together: alarms of containers, and what declarations and cargo reports tell each other. */
import { alarmsOf, reportAlarm } from "./container-alarms.ts";
import type { Cargo } from "./contract.ts";
import { cargoLines, tellCargo } from "./match-filing.ts";
import type { CargoParts } from "./parts.ts";

export function createCargo(parts: CargoParts): Cargo {
  const { store } = parts;
  return {
    reportAlarm: (report) => reportAlarm(parts, report),
    alarmsOf: (containers) => alarmsOf(parts, containers),
    linesFor: (declaration) => cargoLines(parts, declaration),
    tell: (declared) => tellCargo(parts, declared),
    filingsOf: (kinds, documents) => store.filingsOf(kinds, documents),
    reportsOf: (kinds, documents) => store.cargoReports(kinds, documents, []),
    unmatched: (document) => store.unmatched(document),
  };
}
