/** Which events stand behind which leaf of a case: every act is one commit, with its events and one leaf. */
import type { Kysely } from "kysely";
import type { Database } from "../../platform/storage/tables.ts";

const MAX_EVENTS = 5_000;

export interface LoggedAct {
  /** Number of the leaf within its case, from 1. */
  readonly leafSeq: number;
  /** The number of events of the case after the act. */
  readonly eventCount: number;
  readonly events: readonly LoggedActEvent[];
}

interface LoggedActEvent {
  readonly type: string;
  readonly v: number;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function loggedActs(
  db: Kysely<Database>,
  caseId: string,
): Promise<readonly LoggedAct[]> {
  const rows = await db
    .selectFrom("event")
    .select(["seq", "type", "v", "body", "legal_at", "commit_id"])
    .where("case_id", "=", caseId)
    .orderBy("seq")
    .limit(MAX_EVENTS)
    .execute();
  const acts = new Map<string, { eventCount: number; events: LoggedActEvent[] }>();
  for (const { seq, type, v, body, legal_at: at, commit_id: commit } of rows) {
    const act = acts.get(commit) ?? { eventCount: 0, events: [] };
    act.eventCount = seq;
    act.events.push({ type, v, at, body: body as LoggedActEvent["body"] });
    acts.set(commit, act);
  }
  return [...acts.values()].map((act, index) => ({ leafSeq: index + 1, ...act }));
}
