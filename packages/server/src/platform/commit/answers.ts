/** The stored answers to requests with an idempotency key. */
import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/tables.ts";

export interface AnswerRow {
  readonly requestDigest: Uint8Array;
  readonly response: unknown;
}

export async function findAnswer(
  db: Kysely<Database>,
  scope: string,
  key: string,
): Promise<AnswerRow | undefined> {
  const found = await sql<AnswerRow>`SELECT request_digest AS "requestDigest", response
    FROM idempotency WHERE scope = ${scope} AND key = ${key}`.execute(db);
  return found.rows[0];
}
