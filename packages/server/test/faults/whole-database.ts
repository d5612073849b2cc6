/** What must hold in the database at any moment, also right after a crash. */
import { Client } from "pg";
import { ACCOUNT, type Acknowledged } from "./persistent-load.ts";

/** Each query lists what is wrong. */
const RULES: Readonly<Record<string, string>> = {
  "events counted, in the snapshot too": `
    SELECT c.case_id FROM case_envelope c
    LEFT JOIN (SELECT case_id, count(*) AS n, max(seq) AS last FROM event GROUP BY 1) e USING (case_id)
    WHERE (c.event_count, c.event_count, (c.snapshot ->> 'eventCount')::int)
      IS DISTINCT FROM (e.n, e.last, c.event_count)`,
  "notifications counted, without a gap": `
    SELECT c.case_id FROM case_envelope c
    LEFT JOIN (SELECT case_id, count(*) AS n, max(seq) AS last FROM notification GROUP BY 1) n USING (case_id)
    WHERE (c.notification_count, c.notification_count) IS DISTINCT FROM (coalesce(n.n, 0), coalesce(n.last, 0))`,
  "one leaf for each act, in the log or on its way": `
    SELECT c.case_id FROM case_envelope c
    LEFT JOIN (SELECT case_id, count(*) AS n, count(DISTINCT seq) AS different
      FROM (SELECT case_id, seq FROM leaf UNION ALL SELECT case_id, seq FROM pending_leaf) l GROUP BY 1) l
      USING (case_id)
    WHERE (c.version, c.leaf_count, c.leaf_count) IS DISTINCT FROM (c.leaf_count, l.n, l.different)`,
  "leaves numbered without a gap, as the head says": `
    SELECT count(*) FROM leaf HAVING (count(*), coalesce(max(idx) + 1, 0))
      IS DISTINCT FROM ((SELECT size FROM log_head), (SELECT size FROM log_head))`,
  "positions of each party without a gap": `
    SELECT party FROM (SELECT party, count(*) AS n, max(position) AS last FROM party_position GROUP BY 1) p
    FULL JOIN party_head h USING (party)
    WHERE (p.n, p.last) IS DISTINCT FROM (h.position, h.position)`,
  "each notification has one position, or is on its way to it": `
    SELECT case_id, n.seq FROM notification n
    FULL JOIN (SELECT case_id, seq, party FROM party_position UNION ALL
      SELECT case_id, first_notification + o - 1, party
      FROM pending_leaf, unnest(parties) WITH ORDINALITY AS p(party, o)) p USING (case_id, seq)
    WHERE n.party IS DISTINCT FROM p.party`,
  "payload, LRN and key of each case": `
    SELECT c.case_id FROM case_envelope c LEFT JOIN declaration d USING (case_id) WHERE c.sort = 'declaration' AND (
      NOT EXISTS (SELECT FROM payload p WHERE p.case_id = c.case_id AND p.kind = 'declaration')
      OR NOT EXISTS (SELECT FROM lrn_claim l WHERE l.case_id = c.case_id AND l.lrn = d.lrn)
      OR NOT EXISTS (SELECT FROM idempotency i WHERE i.case_id = c.case_id))`,
  "balances are the sum of their transfers": `
    SELECT b.account FROM balance b LEFT JOIN (SELECT account, unit, sum(amount) AS amount FROM (
      SELECT to_account AS account, unit, amount FROM transfer
      UNION ALL SELECT from_account, unit, -amount FROM transfer) l GROUP BY 1, 2) s USING (account, unit)
    WHERE b.amount <> coalesce(s.amount, 0) OR b.amount < b.floor`,
  "a case holds in the ledger what it says it holds": `
    SELECT c.case_id FROM case_envelope c
    LEFT JOIN (SELECT case_id, sum(CASE WHEN to_account LIKE 'case/%' THEN amount ELSE -amount END) AS held
      FROM transfer WHERE case_id IS NOT NULL AND unit <> 'OPENING' GROUP BY 1) t USING (case_id)
    WHERE c.sort = 'declaration' AND coalesce(t.held, 0) <> (
      SELECT coalesce(sum((r ->> 'amountMinor')::bigint), 0)
      FROM jsonb_array_elements(c.snapshot -> 'reserved') AS r)`,
  "nothing without its case": `
    SELECT case_id FROM (SELECT case_id FROM event UNION SELECT case_id FROM payload UNION
      SELECT case_id FROM lrn_claim UNION SELECT case_id FROM idempotency UNION
      SELECT case_id FROM deadline UNION SELECT case_id FROM declaration) x WHERE case_id NOT IN (SELECT case_id FROM case_envelope)`,
  "own columns of each declaration, as the snapshot says, and of nothing else": `
    SELECT case_id FROM case_envelope c FULL JOIN declaration d USING (case_id)
    WHERE c.sort IS NULL OR (c.sort = 'declaration') <> (d.case_id IS NOT NULL)
      OR (d.lrn, d.direction, d.lane, d.control_state, d.agencies_state, d.debt_state, d.goods_state)
        IS DISTINCT FROM (c.snapshot ->> 'lrn', c.snapshot ->> 'direction', c.snapshot ->> 'lane',
          c.snapshot ->> 'control', c.snapshot ->> 'agencies', c.snapshot ->> 'debt', c.snapshot ->> 'goods')
        AND c.sort = 'declaration'`,
  "no case twice": "SELECT lrn FROM declaration GROUP BY lrn HAVING count(*) > 1",
};

export interface WholeDatabase {
  /** Empty when all is well. */
  readonly broken: readonly string[];
  readonly cases: number;
  readonly lrns: ReadonlySet<string>;
  /** Acknowledged but not there, or without notification 01 or 13. */
  readonly lost: readonly Acknowledged[];
  /** What the account has lost, and what the cases say they hold of it, in minor units. */
  readonly taken: { readonly account: bigint; readonly cases: bigint };
}

export async function lookAtDatabase(
  url: string,
  acknowledged: readonly Acknowledged[],
  openingBalanceMinor: bigint,
): Promise<WholeDatabase> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const broken: string[] = [];
    for (const [rule, query] of Object.entries(RULES)) {
      const { rows } = await client.query(query);
      if (rows.length > 0) broken.push(`${rule}: ${rows.length}, ${JSON.stringify(rows[0])}`);
    }
    const stored = await client.query<{
      case_id: string;
      lrn: string;
      mrn: string;
      told: string[];
    }>(
      `SELECT case_id, lrn, number AS mrn, array(SELECT function_code FROM notification n
         WHERE n.case_id = c.case_id) AS told FROM case_envelope c JOIN declaration d USING (case_id)`,
    );
    const byId = new Map(stored.rows.map((row) => [row.case_id, row]));
    const lost = acknowledged.filter(({ caseId, mrn, lrn }) => {
      const row = byId.get(caseId);
      const told = row?.told.includes("01") && row.told.includes("13");
      return row?.mrn !== mrn || row.lrn !== lrn || !told;
    });
    const sums = await client.query<{ left: string; held: string }>(
      `SELECT (SELECT amount FROM balance WHERE account = $1) AS left,
         (SELECT coalesce(sum((r ->> 'amountMinor')::bigint), 0) FROM case_envelope,
           jsonb_array_elements(snapshot -> 'reserved') AS r WHERE r ->> 'account' = $1) AS held`,
      [ACCOUNT],
    );
    const { left = "0", held = "0" } = sums.rows[0] ?? {};
    return {
      broken,
      cases: stored.rows.length,
      lrns: new Set(stored.rows.map((row) => row.lrn)),
      lost,
      taken: { account: openingBalanceMinor - BigInt(left), cases: BigInt(held) },
    };
  } finally {
    await client.end();
  }
}
