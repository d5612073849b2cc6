import { serviceMetrics } from "@customhouse/api/service/operations";
import { operation } from "../../../platform/http/define.ts";
import type { Platform } from "../../../platform/http/operation.ts";
import { content } from "../../../platform/http/reply.ts";
import type { ServiceRoom } from "../room.ts";

export const metrics = (room: ServiceRoom) =>
  operation(serviceMetrics, { bulkhead: "status" }, async (call) => {
    const { registry } = call.platform.telemetry.metrics;
    await lookAtRetraining(room.risk, call.platform);
    return content(registry.contentType, await registry.metrics());
  });

/** Read where every server finds it, as another may have done it. Without a database, the other figures are told. */
async function lookAtRetraining(
  risk: ServiceRoom["risk"],
  { clock, telemetry }: Platform,
): Promise<void> {
  const { retrainingAge, retrainingOutcome } = telemetry.metrics;
  const last = await risk.lastRetraining().catch(() => undefined);
  if (last?.outcome === undefined || last.endedAt === undefined) return;
  retrainingAge.set((clock().getTime() - Date.parse(last.endedAt)) / 1_000);
  retrainingOutcome.reset();
  retrainingOutcome.set({ outcome: last.outcome }, 1);
}
