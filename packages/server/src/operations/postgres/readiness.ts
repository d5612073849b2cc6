import { sql } from "kysely";
import type { OpenDatabase } from "../../storage/database.ts";
import type { Readiness } from "../records.ts";

/** No server starts behind its migrations, so a database that answers has them; the lease shows the sequencer. */
export async function readinessOf({ writer }: OpenDatabase): Promise<Readiness> {
  const { rows } = await sql<{ alive: boolean }>`
    SELECT EXISTS (SELECT FROM lease
      WHERE name = 'sequencer' AND expires_at > clock_timestamp()) AS alive`.execute(writer);
  return { database: true, migrations: true, sequencer: rows[0]?.alive === true };
}
