/**
 * Registrations that may be alike, found by shared keys: a fixed number of queries however large the register is. Keys
 * are made when they are looked for, of what was registered since the last time.
 */
import { createHash } from "node:crypto";
import { kindsWith } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import { blockingKeys, type KnownTrader, type MasterRecord } from "@customhouse/traders";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { kindNames } from "../../../platform/cases/kind-names.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import { traderTables } from "./tables.ts";

export interface NearTrader extends KnownTrader {
  readonly state: string;
}

const KEY_BYTES = 10;
const PAGE = 500;
/** Of one key; what many traders share tells little. */
const MAX_OF_KEY = 2_000;
const MAX_NEAR = 500;
/** Clocks of several machines differ, and a transaction takes its time between its clock and its commit. */
const OVERLAP = sql.lit("30 seconds");

/** Undefined: no such registration. Else itself first, then those that share most with it. */
export async function nearTraders(
  db: Kysely<Database>,
  tin: string,
  kinds: readonly FormalityKind[],
): Promise<readonly NearTrader[] | undefined> {
  const names = sql.raw(kindNames(kindsWith(kinds, "traderRegistration")));
  const isTrader = sql<boolean>`c.sort = 'formality' AND c.kind IN ${names}`;
  await makeKeys(db, isTrader);
  const [own] = await readTraders(db, sql`${isTrader} AND c.number = ${tin}`);
  if (own === undefined) return undefined;
  const keys = blockingKeys(own).map(digestOf);
  const near = await readTraders(
    db,
    sql`${isTrader} AND c.case_id IN (SELECT case_id FROM (
      SELECT k.case_id, count(*) AS shared FROM unnest(${keys}::bytea[]) AS wanted(key)
      CROSS JOIN LATERAL (SELECT case_id FROM trader_key WHERE key = wanted.key LIMIT ${MAX_OF_KEY}) AS k
      GROUP BY k.case_id ORDER BY shared DESC LIMIT ${MAX_NEAR}) AS best)`,
  );
  return [own, ...near.filter((trader) => trader.tin !== tin)];
}

interface TraderRow {
  readonly tin: string;
  readonly state: string;
  readonly content: Buffer | null;
}

async function readTraders(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
): Promise<readonly NearTrader[]> {
  const { rows } = await sql<TraderRow>`
    SELECT c.number AS tin, c.state, p.content FROM case_envelope c LEFT JOIN payload p
      ON p.case_id = c.case_id AND p.kind = 'formality' AND p.digest = decode(c.snapshot ->> 'personalDigest', 'hex')
    WHERE ${where}`.execute(db);
  return rows.map(({ tin, state, content }) => ({ tin, state, master: masterIn(content) }));
}

/** Empty when it was erased. */
function masterIn(content: Buffer | null): MasterRecord {
  if (content === null) return {};
  const { master = {} } = JSON.parse(content.toString("utf8")) as { master?: MasterRecord };
  return master;
}

interface UnkeyedRow {
  readonly caseId: string;
  readonly digest: Buffer;
  readonly content: Buffer;
  readonly tin: string;
  readonly updatedAt: string;
}

/** `isTrader`: which cases are registrations. */
async function makeKeys(db: Kysely<Database>, isTrader: RawBuilder<unknown>): Promise<void> {
  for (;;) {
    const { rows } = await sql<UnkeyedRow>`
      SELECT c.case_id AS "caseId", c.number AS tin, c.updated_at AS "updatedAt", p.digest, p.content
      FROM case_envelope c JOIN payload p
        ON p.case_id = c.case_id AND p.kind = 'formality' AND p.digest = decode(c.snapshot ->> 'personalDigest', 'hex')
      WHERE ${isTrader}
        AND c.updated_at >= coalesce((SELECT at FROM trader_key_mark), '-infinity') - interval ${OVERLAP}
        AND NOT EXISTS (SELECT FROM trader_key k WHERE k.case_id = c.case_id AND k.digest = p.digest)
      ORDER BY c.updated_at LIMIT ${PAGE}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    await storeKeys(db, rows);
    await traderTables(db)
      .insertInto("trader_key_mark")
      .values({ at: last.updatedAt })
      .onConflict((mark) =>
        mark.column("one").doUpdateSet({ at: sql`greatest(trader_key_mark.at, excluded.at)` }),
      )
      .execute();
    if (rows.length < PAGE) return;
  }
}

/** A record without anything to go by has one key of its own, so that it is not read again. */
async function storeKeys(db: Kysely<Database>, rows: readonly UnkeyedRow[]): Promise<void> {
  const made = rows.flatMap(({ caseId, digest, tin, content }) =>
    [`t${tin}`, ...blockingKeys({ tin, master: masterIn(content) })].map((key) => ({
      key: digestOf(key),
      caseId,
      digest,
    })),
  );
  await sql`
    DELETE FROM trader_key k
    USING unnest(${rows.map(({ caseId }) => caseId)}::uuid[], ${rows.map(({ digest }) => digest)}::bytea[])
      AS kept(case_id, digest)
    WHERE k.case_id = kept.case_id AND k.digest <> kept.digest`.execute(db);
  await sql`
    INSERT INTO trader_key (key, case_id, digest)
    SELECT * FROM unnest(${made.map(({ key }) => key)}::bytea[], ${made.map(({ caseId }) => caseId)}::uuid[],
      ${made.map(({ digest }) => digest)}::bytea[]) ON CONFLICT DO NOTHING`.execute(db);
}

function digestOf(key: string): Buffer {
  return createHash("sha256").update(key).digest().subarray(0, KEY_BYTES);
}
