/** Which notifications a party has pulled one by one: those whose reading was recorded. */
import { sql } from "kysely";
import type { OpenDatabase } from "../../storage/database.ts";
import { recordRead } from "../../storage/queries/audit.ts";
import type { Pulls } from "./pulls.ts";

const PULL = "pullNotification";

export function postgresPulls(database: OpenDatabase, clock: () => Date): Pulls {
  const { writer } = database;
  return {
    list: async (party, which, limit) => {
      const rows = await writer
        .selectFrom("party_position as p")
        .innerJoin("notification as n", (join) =>
          join.onRef("n.case_id", "=", "p.case_id").onRef("n.seq", "=", "p.seq"),
        )
        .select(["n.case_id", "n.seq", "n.party", "n.function_code", "n.issued_at", "n.body"])
        .select("p.position")
        .where("p.party", "=", party)
        .where(({ exists, not, selectFrom }) => {
          const pulled = exists(
            selectFrom("audit_read as a")
              .select("a.id")
              .whereRef("a.case_id", "=", "p.case_id")
              .where("a.action", "=", PULL)
              .where("a.reader", "=", party)
              .where(sql<boolean>`a.detail ->> 'seq' = p.seq::text`),
          );
          return which === "pulled" ? pulled : not(pulled);
        })
        .orderBy("p.position")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        caseId: row.case_id,
        seq: row.seq,
        party: row.party,
        position: `${row.position}`,
        functionCode: row.function_code,
        issuedAt: row.issued_at,
        body: row.body,
      }));
    },
    mark: (party, caseId, seq) =>
      recordRead(writer, {
        at: clock().toISOString(),
        reader: party,
        role: "trader",
        purpose: "none",
        action: PULL,
        caseId,
        detail: { seq: `${seq}` },
      }),
  };
}
