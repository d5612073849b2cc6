/** What every declaration that names containers asks: prepared, so that it is not planned anew each time. */
import type { Pool } from "pg";
import type { NotedAlarm } from "../contract.ts";

const MAX_ALARMS = 1_000;

/** Of any of the containers, that went off since then; newest first. */
export async function alarmsSince(
  pool: Pick<Pool, "query">,
  containers: readonly string[],
  since: string,
): Promise<readonly NotedAlarm[]> {
  const { rows } = await pool.query<NotedAlarm>({
    name: "container_alarms",
    text: `SELECT alarm_id AS "alarmId", kind FROM container_alarm
      WHERE container = ANY ($1::text[]) AND at >= $2 ORDER BY at DESC, alarm_id LIMIT ${MAX_ALARMS}`,
    values: [containers, since],
  });
  return rows;
}
