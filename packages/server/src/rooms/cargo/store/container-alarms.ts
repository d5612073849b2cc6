/** Alarms of containers, and whom they concern. */
import { closedStates, kindsWith } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import { kindNames } from "../../../platform/cases/kind-names.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import type { ContainerAlarm } from "../contract.ts";
import { cargoTables } from "./tables.ts";

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
  db: Kysely<Database>,
  alarm: ContainerAlarm,
  kinds: readonly FormalityKind[],
): Promise<AlarmKept> {
  return db.transaction().execute(async (transaction) => {
    const lock = `alarm/${alarm.reportedBy}`;
    await sql`SELECT pg_advisory_xact_lock(hashtext(${lock}))`.execute(transaction);
    const before = await cargoTables(transaction)
      .selectFrom("container_alarm")
      .select(["alarm_id as alarmId", "request_digest as digest"])
      .where("reported_by", "=", alarm.reportedBy)
      .where("idempotency_key", "=", alarm.idempotencyKey ?? null)
      .executeTakeFirst();
    if (before !== undefined) {
      const isSame = before.digest === alarm.requestDigest;
      return isSame ? { status: "replayed", alarmId: before.alarmId } : { status: "key-used" };
    }
    const kept = await insertAlarm(transaction, alarm);
    if (kept === 0n) return { status: "too-many" };
    await insertNews(transaction, alarm, kinds);
    return { status: "kept", alarmId: alarm.alarmId };
  });
}

async function insertAlarm(db: Kysely<Database>, alarm: ContainerAlarm): Promise<bigint> {
  const { alarmId, container, kind, at, location, source, recordedAt } = alarm;
  const done = await sql`
    INSERT INTO container_alarm (alarm_id, container, kind, at, location, source, reported_by, recorded_at,
      idempotency_key, request_digest)
    SELECT ${alarmId}::uuid, ${container}, ${kind}, ${at}::timestamptz, ${location ?? null}, ${source ?? null},
      ${alarm.reportedBy}, ${recordedAt}::timestamptz, ${alarm.idempotencyKey ?? null}, ${alarm.requestDigest}
    WHERE (SELECT count(*) FROM container_alarm WHERE container = ${container}
      AND recorded_at > ${recordedAt}::timestamptz - interval '1 day') < ${MAX_ALARMS_A_DAY}`.execute(
    db,
  );
  return done.numAffectedRows ?? 0n;
}

/** Filings that name the container, or a transport document that a cargo report says is in it; declarations not released. */
async function insertNews(
  db: Kysely<Database>,
  { alarmId, container }: ContainerAlarm,
  kinds: readonly FormalityKind[],
): Promise<void> {
  const filings = kindsWith(kinds, "cargoFiling");
  const reported = sql.raw(kindNames(kindsWith(kinds, "arrivalReport")));
  const filed = sql.raw(kindNames(filings));
  const named = JSON.stringify([container]);
  await sql`
    WITH report AS (SELECT DISTINCT snapshot -> 'facts' ->> 'transportDocument' AS document FROM case_envelope
        WHERE kind IN ${reported} AND snapshot -> 'facts' -> 'containers' @> ${named}::jsonb),
      named AS (SELECT case_id FROM case_envelope
          WHERE kind IN ${filed} AND snapshot -> 'facts' -> 'containers' @> ${named}::jsonb
        UNION SELECT f.case_id FROM report JOIN case_envelope f ON f.kind IN ${filed}
          AND f.snapshot -> 'facts' ->> 'master' = report.document
        UNION SELECT f.case_id FROM report JOIN case_envelope f ON f.kind IN ${filed}
          AND f.snapshot -> 'facts' -> 'houses' @> jsonb_build_array(report.document))
    INSERT INTO case_news (case_id, trigger, reference)
      SELECT case_id, 'container-alarm', ${alarmId}::text FROM named JOIN case_envelope USING (case_id)
        WHERE state <> ALL(${closedStates(filings)}::text[])
      UNION SELECT case_id, 'container-alarm', ${alarmId}::text FROM case_envelope
        WHERE snapshot ? 'cargo' AND snapshot -> 'cargo' -> 'containers' @> ${named}::jsonb
          AND snapshot -> 'at' -> 'released' IS NULL AND snapshot -> 'at' -> 'closed' IS NULL
      ON CONFLICT DO NOTHING`.execute(db);
}

const MAX_PARTIES = 1_000;

/**
 * TINs of who filed or reported the container, or was named for it; of what is not over. Who gives only a part does not
 * learn here which containers others filed.
 */
export async function partiesToContainer(
  db: Kysely<Database>,
  container: string,
  kinds: readonly FormalityKind[],
): Promise<readonly string[]> {
  const carrying = [...kindsWith(kinds, "cargoFiling"), ...kindsWith(kinds, "arrivalReport")];
  const seenBy = carrying.flatMap(({ seenBy = [] }) => seenBy);
  const filers = carrying.flatMap(({ parts }) => parts?.filers ?? []);
  const { rows } = await sql<{ party: string }>`
    SELECT DISTINCT party FROM case_envelope, unnest(parties) AS party
    WHERE kind IN ${sql.raw(kindNames(carrying))}
      AND snapshot -> 'facts' -> 'containers' @> ${JSON.stringify([container])}::jsonb
      AND (party = holder
        OR EXISTS (SELECT FROM unnest(${seenBy}::text[]) AS seen WHERE snapshot -> 'facts' ->> seen = party)
        OR NOT EXISTS (SELECT FROM unnest(${filers}::text[]) AS filer WHERE snapshot -> 'facts' -> filer ? party))
      AND state <> ALL(${closedStates(carrying)}::text[]) LIMIT ${MAX_PARTIES}`.execute(db);
  return rows.map(({ party }) => party);
}
