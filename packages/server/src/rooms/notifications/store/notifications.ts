/** Notifications, by case or by party. Both cursors are gap-free, and any of them can be read again. */
import type { Kysely } from "kysely";
import { MAX_PAGE, type Page, pageOf } from "../../../platform/storage/page.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import { notificationTables } from "./tables.ts";

export interface NotificationRow {
  case_id: string;
  seq: number;
  party: string;
  function_code: string;
  issued_at: string;
  body: unknown;
  /** Position in the party's order; null until the sequencer has placed it. */
  position: bigint | null;
}

function notifications(db: Kysely<Database>) {
  return notificationTables(db)
    .selectFrom("notification as n")
    .leftJoin("party_position as p", (join) =>
      join
        .onRef("p.case_id", "=", "n.case_id")
        .onRef("p.seq", "=", "n.seq")
        .onRef("p.party", "=", "n.party"),
    )
    .select([
      "n.case_id",
      "n.seq",
      "n.party",
      "n.function_code",
      "n.issued_at",
      "n.body",
      "p.position",
    ]);
}

/** Of one case, in the case's own gap-free order. */
export async function caseNotifications(
  db: Kysely<Database>,
  caseId: string,
  options: { afterSeq?: number; party?: string; limit?: number } = {},
): Promise<NotificationRow[]> {
  let query = notifications(db)
    .where("n.case_id", "=", caseId)
    .where("n.seq", ">", options.afterSeq ?? 0);
  if (options.party !== undefined) query = query.where("n.party", "=", options.party);
  return query
    .orderBy("n.seq")
    .limit(Math.min(options.limit ?? MAX_PAGE, MAX_PAGE))
    .execute();
}

export async function oneNotification(
  db: Kysely<Database>,
  caseId: string,
  seq: number,
): Promise<NotificationRow | undefined> {
  const query = notifications(db).where("n.case_id", "=", caseId).where("n.seq", "=", seq);
  return query.executeTakeFirst();
}

/** To one party, split by whether it has pulled them, in the party's order. */
export async function pullableNotifications(
  db: Kysely<Database>,
  party: string,
  which: "unpulled" | "pulled",
  limit: number,
): Promise<NotificationRow[]> {
  return notifications(db)
    .where("p.party", "=", party)
    .where((is) => {
      const pulled = is.exists(
        is
          .selectFrom("pulled as q")
          .select("q.seq")
          .where("q.party", "=", party)
          .whereRef("q.case_id", "=", "n.case_id")
          .whereRef("q.seq", "=", "n.seq"),
      );
      return which === "pulled" ? pulled : is.not(pulled);
    })
    .orderBy("p.position")
    .limit(Math.min(limit, MAX_PAGE))
    .execute();
}

export async function markPulled(
  db: Kysely<Database>,
  pulled: { party: string; caseId: string; seq: number; at: string },
): Promise<void> {
  await notificationTables(db)
    .insertInto("pulled")
    .values({
      party: pulled.party,
      case_id: pulled.caseId,
      seq: pulled.seq,
      pulled_at: pulled.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** To one party since a position (0: from the beginning), oldest first. */
export async function partyNotifications(
  db: Kysely<Database>,
  party: string,
  page: { after?: bigint; limit: number },
): Promise<Page<NotificationRow>> {
  const limit = Math.min(Math.max(1, page.limit), MAX_PAGE);
  const rows = await db
    .selectFrom("party_position as p")
    .innerJoin("notification as n", (join) =>
      join.onRef("n.case_id", "=", "p.case_id").onRef("n.seq", "=", "p.seq"),
    )
    .select([
      "n.case_id",
      "n.seq",
      "n.party",
      "n.function_code",
      "n.issued_at",
      "n.body",
      "p.position",
    ])
    .where("p.party", "=", party)
    .where("p.position", ">", page.after ?? 0n)
    .orderBy("p.position")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => String(row.position));
}
