/** Alarms of containers, and whom they concern. */
import { closedStates, kindsWith } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import type { Pool } from "pg";
import { kindNames } from "../../../platform/cases/kind-names.ts";
import { inTransaction } from "../../../platform/storage/in-transaction.ts";
import type { ContainerAlarm, NotedAlarm } from "../contract.ts";

/** `key-used`: with another request. `too-many`: of this container in a day. */
export type AlarmKept =
  | { readonly status: "kept"; readonly alarmId: string }
  | { readonly status: "replayed"; readonly alarmId: string }
  | { readonly status: "key-used" }
  | { readonly status: "too-many" };

/** A sensor gone mad must not have the same filings assessed without end. */
const MAX_ALARMS_A_DAY = 100;

/** With it, in the same transaction, the filings and declarations that it concerns have news. */
export async function keepAlarm(
  pool: Pool,
  alarm: ContainerAlarm,
  kinds: readonly FormalityKind[],
): Promise<AlarmKept> {
  return inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext($1))", [`alarm/${alarm.reportedBy}`]);
    const { rows } = await client.query<{ alarmId: string; digest: string }>(
      `SELECT alarm_id AS "alarmId", request_digest AS digest FROM container_alarm
        WHERE reported_by = $1 AND idempotency_key = $2`,
      [alarm.reportedBy, alarm.idempotencyKey ?? null],
    );
    const [before] = rows;
    if (before !== undefined) {
      const isSame = before.digest === alarm.requestDigest;
      return isSame ? { status: "replayed", alarmId: before.alarmId } : { status: "key-used" };
    }
    const kept = await insertAlarm(client, alarm);
    if (kept === 0) return { status: "too-many" };
    await insertNews(client, alarm, kinds);
    return { status: "kept", alarmId: alarm.alarmId };
  });
}

async function insertAlarm(client: Pick<Pool, "query">, alarm: ContainerAlarm): Promise<number> {
  const { alarmId, container, kind, at, location, source } = alarm;
  const { rowCount } = await client.query(
    `INSERT INTO container_alarm (alarm_id, container, kind, at, location, source, reported_by, recorded_at,
        idempotency_key, request_digest)
      SELECT $1, $2, $3, $4::timestamptz, $5, $6, $7, $8::timestamptz, $9, $10
      WHERE (SELECT count(*) FROM container_alarm
        WHERE container = $2 AND recorded_at > $8::timestamptz - interval '1 day') < ${MAX_ALARMS_A_DAY}`,
    [
      alarmId,
      container,
      kind,
      at,
      location ?? null,
      source ?? null,
      alarm.reportedBy,
      alarm.recordedAt,
      alarm.idempotencyKey ?? null,
      alarm.requestDigest,
    ],
  );
  return rowCount ?? 0;
}

/** Filings that name the container, or a transport document that a cargo report says is in it; declarations not released. */
async function insertNews(
  client: Pick<Pool, "query">,
  { alarmId, container }: ContainerAlarm,
  kinds: readonly FormalityKind[],
): Promise<void> {
  const filings = kindsWith(kinds, "cargoFiling");
  const reported = kindNames(kindsWith(kinds, "arrivalReport"));
  const filed = kindNames(filings);
  await client.query(
    `WITH report AS (SELECT DISTINCT snapshot -> 'facts' ->> 'transportDocument' AS document FROM case_envelope
        WHERE kind IN ${reported} AND snapshot -> 'facts' -> 'containers' @> $2::jsonb),
      named AS (SELECT case_id FROM case_envelope
          WHERE kind IN ${filed} AND snapshot -> 'facts' -> 'containers' @> $2::jsonb
        UNION SELECT f.case_id FROM report JOIN case_envelope f ON f.kind IN ${filed}
          AND f.snapshot -> 'facts' ->> 'master' = report.document
        UNION SELECT f.case_id FROM report JOIN case_envelope f ON f.kind IN ${filed}
          AND f.snapshot -> 'facts' -> 'houses' @> jsonb_build_array(report.document))
      INSERT INTO case_news (case_id, trigger, reference)
      SELECT case_id, 'container-alarm', $1 FROM named JOIN case_envelope USING (case_id)
        WHERE state <> ALL($3::text[])
      UNION SELECT case_id, 'container-alarm', $1 FROM case_envelope
        WHERE snapshot ? 'cargo' AND snapshot -> 'cargo' -> 'containers' @> $2::jsonb
          AND snapshot -> 'at' -> 'released' IS NULL AND snapshot -> 'at' -> 'closed' IS NULL
      ON CONFLICT DO NOTHING`,
    [alarmId, JSON.stringify([container]), closedStates(filings)],
  );
}

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

/**
 * TINs of who filed or reported the container, or was named for it; of what is not over. Who gives only a part does not
 * learn here which containers others filed.
 */
export async function partiesToContainer(
  pool: Pick<Pool, "query">,
  container: string,
  kinds: readonly FormalityKind[],
): Promise<readonly string[]> {
  const carrying = [...kindsWith(kinds, "cargoFiling"), ...kindsWith(kinds, "arrivalReport")];
  const { rows } = await pool.query<{ party: string }>(
    `SELECT DISTINCT party FROM case_envelope, unnest(parties) AS party
      WHERE kind IN ${kindNames(carrying)} AND snapshot -> 'facts' -> 'containers' @> $1::jsonb
        AND (party = holder
          OR EXISTS (SELECT FROM unnest($2::text[]) AS seen WHERE snapshot -> 'facts' ->> seen = party)
          OR NOT EXISTS (SELECT FROM unnest($3::text[]) AS filer WHERE snapshot -> 'facts' -> filer ? party))
        AND state <> ALL($4::text[]) LIMIT ${MAX_ALARMS}`,
    [
      JSON.stringify([container]),
      carrying.flatMap(({ seenBy = [] }) => seenBy),
      carrying.flatMap(({ parts }) => parts?.filers ?? []),
      closedStates(carrying),
    ],
  );
  return rows.map(({ party }) => party);
}
