/** Alarms of containers: recorded, and weighed by the risk runs of what names the container. */
import { createHash } from "node:crypto";
import { CONTAINER_ALARM_DAYS, DAY_MS } from "@customhouse/model";
import { errors } from "../../platform/errors.ts";
import { keyUsedBefore, refusal } from "../../platform/refusal.ts";
import type { AlarmReport, AlarmResult, NotedAlarm } from "./contract.ts";
import type { CargoParts } from "./parts.ts";

export async function reportAlarm(
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
  if (kept.status === "too-many") return refusal(errors.tooManyAlarms);
  return { status: "reported", alarmId: kept.alarmId };
}

/** Those that still count. Nothing is asked where no container is named. */
export async function alarmsOf(
  { store, clock }: Pick<CargoParts, "store" | "clock">,
  containers: readonly string[],
): Promise<readonly NotedAlarm[]> {
  if (containers.length === 0) return [];
  const since = new Date(clock().getTime() - CONTAINER_ALARM_DAYS * DAY_MS).toISOString();
  return store.alarmsSince(containers, since);
}
