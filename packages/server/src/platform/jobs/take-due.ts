/**
 * Deadlines are domain data; when one passes it becomes a command. "Passed" is judged by the injected
 * clock, so a simulation can run a year in a minute; how long a claim lasts is judged by the
 * database's clock, because that is about processes, not about law.
 *
 * At least once: a claim that was neither finished nor refreshed becomes free again, and the command
 * must therefore be decided against the case as it is then. Workers on any number of machines share
 * the work through SKIP LOCKED.
 */
import type { Pool } from "pg";

const CLAIM_SECONDS = 60;
const MAX_LIMIT = 1_000;
/** After this many failures a deadline waits longer each time, up to an hour. */
const FREE_ATTEMPTS = 3;
const MAX_BACKOFF_SECONDS = 3_600;

export interface PassedDeadline {
  readonly caseId: string;
  readonly kind: string;
  /** ISO instant. */
  readonly dueAt: string;
}

export interface DueDeadline extends PassedDeadline {
  /** 1 at the first try. */
  readonly attempt: number;
}

/** Claims up to `limit` deadlines that are due at `now`, earliest first. */
export async function takeDue(pool: Pool, now: Date, limit: number): Promise<DueDeadline[]> {
  const result = await pool.query<DueDeadline>({
    name: "take_due",
    text: `UPDATE deadline d SET attempts = d.attempts + 1,
        claimed_until = clock_timestamp() + make_interval(secs => CASE
          WHEN d.attempts < ${FREE_ATTEMPTS} THEN ${CLAIM_SECONDS}
          ELSE least(${MAX_BACKOFF_SECONDS}, ${CLAIM_SECONDS} * 2.0 ^ least(d.attempts, 10)) END)
      FROM (SELECT case_id, kind FROM deadline
        WHERE due_at <= $1 AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
        ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED) AS due
      WHERE d.case_id = due.case_id AND d.kind = due.kind
      RETURNING d.case_id AS "caseId", d.kind, d.due_at AS "dueAt", d.attempts AS attempt`,
    values: [now.toISOString(), Math.min(limit, MAX_LIMIT)],
  });
  return result.rows.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** Removes deadlines whose commands were executed, unless the command itself set one anew. */
async function finishDeadlines(pool: Pool, done: readonly DueDeadline[]): Promise<void> {
  if (done.length === 0) return;
  await pool.query({
    name: "finish_deadlines",
    text: `DELETE FROM deadline d
      USING unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS b(case_id, kind, due_at)
      WHERE d.case_id = b.case_id AND d.kind = b.kind AND d.due_at = b.due_at
        AND d.claimed_until IS NOT NULL`,
    values: [
      done.map((deadline) => deadline.caseId),
      done.map((deadline) => deadline.kind),
      done.map((deadline) => deadline.dueAt),
    ],
  });
}

export interface RunDueOptions {
  readonly now: Date;
  readonly limit: number;
  /** Turns the deadlines into commands and runs them. What is rejected is left for another try. */
  run(due: readonly DueDeadline[]): Promise<readonly PromiseSettledResult<unknown>[]>;
  log?(message: string): void;
}

/** Takes what is due and runs it. Returns how many were taken: call again while it equals the limit. */
export async function runDue(pool: Pool, options: RunDueOptions): Promise<number> {
  const due = await takeDue(pool, options.now, options.limit);
  if (due.length === 0) return 0;
  const results = await options.run(due);
  for (const [index, result] of results.entries()) {
    if (result.status === "fulfilled") continue;
    const { kind, caseId } = due[index] ?? { kind: "", caseId: "" };
    options.log?.(`deadline ${kind} of ${caseId}: ${String(result.reason)}`);
  }
  await finishDeadlines(
    pool,
    due.filter((_deadline, index) => results[index]?.status === "fulfilled"),
  );
  return due.length;
}
