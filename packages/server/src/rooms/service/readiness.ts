/** Whether the server is of use: the database answers, and somebody puts leaves into the log. */
import { sql } from "kysely";
import type { OpenDatabase } from "../../platform/storage/database.ts";

export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly sequencer: boolean;
}

/** A head that has not moved although leaves wait means that no sequencer is at work. */
const SEQUENCER_LATE_SECONDS = 5;

export async function readiness({ writer }: Pick<OpenDatabase, "writer">): Promise<Readiness> {
  try {
    const result = await sql<{ late: boolean }>`
      SELECT EXISTS (SELECT FROM pending_leaf
        WHERE created_at < now() - make_interval(secs => ${SEQUENCER_LATE_SECONDS})) AS late`.execute(
      writer,
    );
    return { database: true, migrations: true, sequencer: result.rows[0]?.late === false };
  } catch {
    return { database: false, migrations: false, sequencer: false };
  }
}
