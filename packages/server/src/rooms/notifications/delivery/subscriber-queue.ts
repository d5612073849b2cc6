/** The database's side of delivery: which subscriber is next, what it gets, and how far it came. */
import type { Pool } from "pg";

export interface ClaimedSubscriber {
  readonly subscriberId: string;
  readonly party: string;
  readonly url: string;
  readonly secret: string;
  readonly position: bigint;
  readonly failures: number;
}

export interface QueuedNotification {
  readonly position: bigint;
  readonly caseId: string;
  readonly seq: number;
  readonly party: string;
  readonly functionCode: string;
  readonly issuedAt: string;
  readonly body: unknown;
}

export interface Attempt {
  readonly position: bigint;
  readonly attempt: number;
  readonly at: string;
  readonly outcome: string;
  readonly status: number | null;
  readonly durationMs: number;
}

/**
 * Claims subscribers that have something to get and whose time has come. `failing` chooses between
 * those whose last delivery failed and the others, so that the former cannot take all the places.
 */
export async function claimSubscribers(
  pool: Pool,
  worker: string,
  options: { failing: boolean; limit: number; claimMs: number },
): Promise<ClaimedSubscriber[]> {
  if (options.limit <= 0) return [];
  const result = await pool.query<ClaimedSubscriber>({
    name: "claim_subscribers",
    text: `UPDATE subscriber_cursor c SET claimed_by = $1,
        claimed_until = clock_timestamp() + make_interval(secs => $4)
      FROM (SELECT c.subscriber_id, s.party, s.url, s.secret
        FROM subscriber_cursor c
        JOIN subscriber s USING (subscriber_id) JOIN party_head h USING (party)
        WHERE s.active AND c.position < h.position AND (c.failures > 0) = $2
          AND c.next_attempt_at <= clock_timestamp()
          AND (c.claimed_until IS NULL OR c.claimed_until < clock_timestamp())
        ORDER BY c.next_attempt_at LIMIT $3 FOR UPDATE OF c SKIP LOCKED) AS due
      WHERE c.subscriber_id = due.subscriber_id
      RETURNING c.subscriber_id AS "subscriberId", due.party, due.url, due.secret, c.position,
        c.failures`,
    values: [worker, options.failing, options.limit, options.claimMs / 1_000],
  });
  return result.rows;
}

export async function nextNotifications(
  pool: Pool,
  party: string,
  after: bigint,
  limit: number,
): Promise<QueuedNotification[]> {
  const result = await pool.query<QueuedNotification>({
    name: "next_notifications",
    text: `SELECT p.position, n.case_id AS "caseId", n.seq, n.party,
        n.function_code AS "functionCode", n.issued_at AS "issuedAt", n.body
      FROM party_position p JOIN notification n ON n.case_id = p.case_id AND n.seq = p.seq
      WHERE p.party = $1 AND p.position > $2 ORDER BY p.position LIMIT $3`,
    values: [party, after, limit],
  });
  return result.rows;
}

export interface TurnResult {
  readonly subscriberId: string;
  readonly worker: string;
  /** The position at which the turn began: a replay that was asked for meanwhile must not be overwritten. */
  readonly from: bigint;
  readonly position: bigint;
  readonly failures: number;
  /** Before the next attempt. */
  readonly waitMs: number;
  readonly deactivate: boolean;
  readonly attempts: readonly Attempt[];
}

/** Ends a turn: cursor, next attempt and the delivery log in one statement. */
export async function finishTurn(pool: Pool, turn: TurnResult): Promise<void> {
  await pool.query({
    name: "finish_turn",
    text: `WITH log AS (
        INSERT INTO delivery_attempt
          (subscriber_id, position, attempt, at, outcome, status, duration_ms)
        SELECT $1, b.* FROM unnest($8::bigint[], $9::int[], $10::timestamptz[], $11::text[],
          $12::int[], $13::int[]) AS b WHERE EXISTS (SELECT FROM subscriber WHERE subscriber_id = $1)
        ON CONFLICT DO NOTHING),
      ended AS (UPDATE subscriber SET active = false WHERE subscriber_id = $1 AND $7)
      UPDATE subscriber_cursor SET position = $3, failures = $4,
        next_attempt_at = clock_timestamp() + make_interval(secs => $5),
        claimed_by = NULL, claimed_until = NULL
      WHERE subscriber_id = $1 AND claimed_by = $2 AND position = $6`,
    values: [
      turn.subscriberId,
      turn.worker,
      turn.position,
      turn.failures,
      turn.waitMs / 1_000,
      turn.from,
      turn.deactivate,
      turn.attempts.map((item) => item.position),
      turn.attempts.map((item) => item.attempt),
      turn.attempts.map((item) => item.at),
      turn.attempts.map((item) => item.outcome),
      turn.attempts.map((item) => item.status),
      turn.attempts.map((item) => item.durationMs),
    ],
  });
}

/** Housekeeping: the log of attempts is for diagnosis, not evidence. */
export async function pruneAttempts(pool: Pool, olderThanDays: number): Promise<number> {
  const result = await pool.query(
    "DELETE FROM delivery_attempt WHERE at < now() - make_interval(days => $1)",
    [olderThanDays],
  );
  return result.rowCount ?? 0;
}
