/** Lanes that declarations took, counted from what is stored. */
import type { Kysely } from "kysely";
import { firstCaseIdAt } from "../../../platform/storage/case-id.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import type { LaneCount } from "../live/lane-tally.ts";

/** How many declarations lodged since that instant took each lane, by office. */
export async function lanesSince(
  db: Kysely<Database>,
  since: string,
): Promise<readonly LaneCount[]> {
  // The identifier of a case begins with the time, so a range of time is a range of them.
  const from = firstCaseIdAt(new Date(since));
  const rows = await db
    .selectFrom("case_envelope")
    .innerJoin("declaration", "declaration.case_id", "case_envelope.case_id")
    .select(["office", "lane", ({ fn }) => fn.countAll<bigint>().as("count")])
    .where("case_envelope.case_id", ">=", from)
    .where("lane", "is not", null)
    .groupBy(["office", "lane"])
    .execute();
  return rows.map(({ office, lane, count }) => ({
    office,
    lane: lane as LaneCount["lane"],
    count: Number(count),
  }));
}
