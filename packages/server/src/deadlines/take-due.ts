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
const DEFAULT_PARALLEL = 8;

export interface DueDeadline {
  readonly caseId: string;
  readonly kind: string;
  readonly dueAt: string;
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

/** Removes a deadline whose command was executed, unless the command itself set it anew. */
export async function finishDeadline(pool: Pool, deadline: DueDeadline): Promise<void> {
  await pool.query({
    name: "finish_deadline",
    text: `DELETE FROM deadline WHERE case_id = $1 AND kind = $2 AND due_at = $3
      AND claimed_until IS NOT NULL`,
    values: [deadline.caseId, deadline.kind, deadline.dueAt],
  });
}

export interface RunDueOptions {
  readonly now: Date;
  readonly limit: number;
  readonly parallel?: number;
  /** Turns the deadline into a command and runs it. Throwing leaves the deadline for another try. */
  run(deadline: DueDeadline): Promise<void>;
  log?(message: string): void;
}

/** Takes what is due and runs it. Returns how many were taken: call again while it equals the limit. */
export async function runDue(pool: Pool, options: RunDueOptions): Promise<number> {
  const due = await takeDue(pool, options.now, options.limit);
  let next = 0;
  const worker = async () => {
    while (next < due.length) {
      const deadline = due[next];
      next += 1;
      if (deadline === undefined) return;
      try {
        await options.run(deadline);
        await finishDeadline(pool, deadline);
      } catch (error) {
        options.log?.(`deadline ${deadline.kind} of ${deadline.caseId}: ${String(error)}`);
      }
    }
  };
  const parallel = Math.min(options.parallel ?? DEFAULT_PARALLEL, due.length);
  await Promise.all(Array.from({ length: parallel }, worker));
  return due.length;
}
