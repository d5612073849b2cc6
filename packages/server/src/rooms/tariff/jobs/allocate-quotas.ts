/**
 * Shares out the quotas claimed on days that are over. Claims of one day are worked out together, also those that were
 * already granted, so that a run that was cut short is taken up with the same result.
 */

import { allocate, type QuotaState } from "@customhouse/clearance";
import { type InTimeZone, legalDay } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import { alone } from "../../../platform/storage/alone.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import type { Declarations } from "../../declarations/contract.ts";

const MAX_CASES = 5_000;
const LOCK = "customhouse/quotas";

interface Claiming {
  readonly caseId: string;
  readonly quota: QuotaState;
}

/** Returns how many declarations were told their share. */
export async function allocateQuotas(
  database: OpenDatabase,
  declarations: Declarations,
  clock: () => Date,
  country: InTimeZone,
): Promise<number> {
  const today = legalDay(clock(), country);
  const days = await sql<{ day: string }>`
    SELECT DISTINCT snapshot -> 'quota' ->> 'day' AS day FROM case_envelope
      WHERE snapshot @> '{"quota":{"open":true}}' AND snapshot -> 'quota' ->> 'day' < ${today}
      ORDER BY day LIMIT 10`.execute(database.writer);
  if (days.rows.length === 0) return 0;
  const told = await alone(database.writerPool, LOCK, async () => {
    let sum = 0;
    for (const { day } of days.rows) sum += await allocateDay(database.writer, declarations, day);
    return sum;
  });
  return told ?? 0;
}

async function allocateDay(
  db: Kysely<Database>,
  declarations: Declarations,
  day: string,
): Promise<number> {
  const { rows } = await sql<Claiming>`
    SELECT case_id AS "caseId", snapshot -> 'quota' AS quota FROM case_envelope
      WHERE snapshot ? 'quota' AND snapshot -> 'quota' ->> 'day' = ${day}
      ORDER BY case_id LIMIT ${MAX_CASES}`.execute(db);
  const shares = await sharesOf(db, rows);
  let told = 0;
  for (const { caseId, quota } of rows.filter((row) => row.quota.open)) {
    const grants = quota.claims.map(({ item, account }) => ({
      item,
      account,
      grantedMinor: shares.get(`${caseId} ${item} ${account}`) ?? 0n,
    }));
    const result = await declarations.act({ subject: "quotas", role: "system" }, caseId, {
      type: "AllocateQuota",
      grants,
    });
    // One that lost against somebody's act is worked out again at the next turn.
    if (result.status === "done") told += 1;
  }
  return told;
}

async function sharesOf(
  db: Kysely<Database>,
  cases: readonly Claiming[],
): Promise<ReadonlyMap<string, bigint>> {
  const claims = cases.flatMap(({ caseId, quota }) =>
    quota.claims.map((claim) => ({ ...claim, caseId })),
  );
  const shares = new Map<string, bigint>();
  for (const [account, asked] of Map.groupBy(claims, (claim) => claim.account)) {
    const balance = await db
      .selectFrom("balance")
      .select("amount")
      .where("account", "=", account)
      .where("unit", "=", asked[0]?.unit ?? "")
      .executeTakeFirst();
    const granted = asked.reduce((sum, claim) => sum + BigInt(claim.grantedMinor ?? "0"), 0n);
    const available = (balance?.amount ?? 0n) + granted;
    const found = allocate(
      available,
      asked.map((claim) => BigInt(claim.amountMinor)),
    );
    for (const [index, claim] of asked.entries())
      shares.set(`${claim.caseId} ${claim.item} ${account}`, found[index] ?? 0n);
  }
  return shares;
}
