/** Cargo: alarms of containers, weighed by the risk runs of what names the container; and what declarations and cargo reports tell each other. */
import { createHash } from "node:crypto";
import { CONTAINER_ALARM_DAYS, DAY_MS } from "@customhouse/model";
import { keyUsedBefore, refusal } from "../../platform/refusal.ts";
import type { AlarmReport, AlarmResult, Cargo, NotedAlarm } from "./contract.ts";
import { cargoErrors } from "./errors.ts";
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

async function reportAlarm(
  { store, clock, newCaseId, country }: CargoParts,
  report: AlarmReport,
): Promise<AlarmResult> {
  const { idempotencyKey: _, ...content } = report;
  const requestDigest = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const kept = await store.keepAlarm(
    {
      ...report,
      alarmId: newCaseId(),
      recordedAt: clock().toISOString(),
      requestDigest,
    },
    country.formalities,
  );
  if (kept.status === "key-used") return keyUsedBefore();
  if (kept.status === "too-many") return refusal(cargoErrors.tooManyAlarms);
  return { status: "reported", alarmId: kept.alarmId };
}

/** Those that still count. Nothing is asked where no container is named. */
async function alarmsOf(
  { store, clock }: Pick<CargoParts, "store" | "clock">,
  containers: readonly string[],
): Promise<readonly NotedAlarm[]> {
  if (containers.length === 0) return [];
  const since = new Date(clock().getTime() - CONTAINER_ALARM_DAYS * DAY_MS).toISOString();
  return store.alarmsSince(containers, since);
}
