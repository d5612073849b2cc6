/** Whether the server is of use: the database answers, and somebody puts leaves into the log. */
import type { OpenDatabase } from "../../platform/storage/database.ts";

export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly sequencer: boolean;
}

/** A head that has not moved although leaves wait means that no sequencer is at work. */
const SEQUENCER_LATE_SECONDS = 5;

export async function readiness({
  writerPool,
}: Pick<OpenDatabase, "writerPool">): Promise<Readiness> {
  try {
    const result = await writerPool.query<{ late: boolean }>(
      `SELECT EXISTS (SELECT FROM pending_leaf
         WHERE created_at < now() - make_interval(secs => $1)) AS late`,
      [SEQUENCER_LATE_SECONDS],
    );
    return { database: true, migrations: true, sequencer: result.rows[0]?.late === false };
  } catch {
    return { database: false, migrations: false, sequencer: false };
  }
}
