/** Events and personal-data payloads of one case. */
import type { Kysely, Selectable } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";

const MAX_EVENTS = 5_000;

export type EventRow = Selectable<Database["event"]>;

export async function readEvents(
  db: Kysely<Database>,
  caseId: string,
  page: { afterSeq?: number; limit?: number } = {},
): Promise<EventRow[]> {
  return db
    .selectFrom("event")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("seq", ">", page.afterSeq ?? 0)
    .orderBy("seq")
    .limit(Math.min(page.limit ?? MAX_EVENTS, MAX_EVENTS))
    .execute();
}

export type PayloadRow = Selectable<Database["payload"]>;

/** Undefined when there never was one, or when it was erased. */
export async function readPayload(
  db: Kysely<Database>,
  caseId: string,
  digest: Uint8Array,
): Promise<PayloadRow | undefined> {
  return db
    .selectFrom("payload")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("digest", "=", Buffer.from(digest))
    .limit(1)
    .executeTakeFirst();
}
