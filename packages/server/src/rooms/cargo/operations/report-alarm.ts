import { containerReportAlarm } from "@customhouse/api/cargo/alarms";
import { CONTAINER_ALARM_DAYS, DAY_MS, legalDay } from "@customhouse/model";
import { mayActFor } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import type { Call } from "../../../platform/http/operation.ts";
import { accepted, problem, refused } from "../../../platform/http/reply.ts";
import type { CargoRoom } from "../room.ts";

const MAX_BYTES = 4_096;
const MINUTE_MS = 60_000;
/** By how much the clock of a sensor may be ahead. */
const MAX_AHEAD_MS = 5 * MINUTE_MS;

export const reportAlarm = (room: CargoRoom) =>
  operation(
    containerReportAlarm,
    { action: "reportAlarm", bulkhead: "formal", maxBytes: () => MAX_BYTES },
    async (call) => {
      const key = idempotencyKey(call.headers);
      if (!key.ok) return key.reply;
      const { clock } = call.platform;
      const { containerId: container } = call.params;
      if (!(await mayReport(room, call, container))) return problem(errors.notFound);
      const at = new Date(call.body.at);
      const ageMs = clock().getTime() - at.getTime();
      if (ageMs < -MAX_AHEAD_MS || ageMs > CONTAINER_ALARM_DAYS * DAY_MS) {
        const message = `body.at: is later than now, or more than ${CONTAINER_ALARM_DAYS} days ago`;
        return problem(errors.malformedRequest, { message });
      }
      const result = await room.cargo.reportAlarm({
        ...call.body,
        at: at.toISOString(),
        container,
        reportedBy: call.principal.subject,
        ...(key.value === undefined ? {} : { idempotencyKey: key.value }),
      });
      return result.status === "refused" ? refused(result) : accepted({ alarmId: result.alarmId });
    },
  );

/** Customs of any container; a carrier or terminal of those that it filed, reported or was named for. */
async function mayReport(
  room: CargoRoom,
  call: Call<unknown, unknown, unknown>,
  container: string,
) {
  const { access, country, clock } = call.platform;
  const { principal } = call;
  if (principal.role !== "trader") return access.allows(principal.role, "reportAlarm", "office");
  const day = legalDay(clock(), country);
  const parties = await room.partiesToContainer(container, country.formalities);
  const isOwn = parties.some((tin) => mayActFor(principal, tin, country.register, day));
  return access.allows("trader", "reportAlarm", isOwn ? "own" : "none");
}
