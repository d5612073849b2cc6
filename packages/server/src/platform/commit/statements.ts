/** Every statement of the write path, prepared once per connection. Arrays are one column of a batch. */

const CASE_COLUMNS = [
  ["case_id", "uuid"],
  ["version", "int"],
  ["country", "text"],
  ["sort", "text"],
  ["number", "text"],
  ["kind", "text"],
  ["state", "text"],
  ["holder", "text"],
  ["office", "text"],
  ["agencies", "text"],
  ["parties", "text"],
  ["submitted_at", "timestamptz"],
  ["updated_at", "timestamptz"],
  ["event_count", "int"],
  ["notification_count", "int"],
  ["leaf_count", "int"],
  ["snapshot", "jsonb"],
] as const;

const names = CASE_COLUMNS.map(([name]) => name);
/** A column of arrays travels as text: a batch is arrays already, and PostgreSQL has no ragged ones. */
const LISTS: ReadonlySet<string> = new Set(["agencies", "parties"]);
const cast = (name: string) => (LISTS.has(name) ? `b.${name}::text[]` : `b.${name}`);
const batch = `unnest(${CASE_COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(
  ", ",
)}) AS b(${names.join(", ")})`;

export const statements = {
  claimIdempotency: {
    name: "claim_idempotency",
    text: `INSERT INTO idempotency (scope, key, request_digest, case_id, response, created_at)
      SELECT b.scope, b.key, b.digest, b.case_id, b.response, $6::timestamptz
      FROM unnest($1::text[], $2::text[], $3::bytea[], $4::uuid[], $5::jsonb[])
        AS b(scope, key, digest, case_id, response)
      ORDER BY b.scope, b.key
      ON CONFLICT DO NOTHING RETURNING scope, key`,
  },
  readIdempotency: {
    name: "read_idempotency",
    text: `SELECT i.scope, i.key, i.request_digest, i.case_id, i.branch, i.response
      FROM unnest($1::text[], $2::text[]) AS b(scope, key) JOIN idempotency i USING (scope, key)`,
  },
  dropIdempotency: {
    name: "drop_idempotency",
    text: `DELETE FROM idempotency i USING unnest($1::text[], $2::text[]) AS b(scope, key)
      WHERE i.scope = b.scope AND i.key = b.key`,
  },
  refuseIdempotency: {
    name: "refuse_idempotency",
    text: `UPDATE idempotency i SET branch = 'refused', response = b.response
      FROM unnest($1::text[], $2::text[], $3::jsonb[]) AS b(scope, key, response)
      WHERE i.scope = b.scope AND i.key = b.key`,
  },
  // An expired claim is taken over; a live one, or one of the same case, is left alone.
  claimLrn: {
    name: "claim_lrn",
    text: `INSERT INTO lrn_claim AS held (declarant, lrn, case_id, claimed_at, expires_at)
      SELECT b.declarant, b.lrn, b.case_id, b.at, b.until
      FROM unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
        AS b(declarant, lrn, case_id, at, until)
      ORDER BY b.declarant, b.lrn
      ON CONFLICT (declarant, lrn) DO UPDATE
        SET case_id = excluded.case_id, claimed_at = excluded.claimed_at,
            expires_at = excluded.expires_at
        WHERE held.expires_at <= excluded.claimed_at
      RETURNING declarant, lrn`,
  },
  readLrn: {
    name: "read_lrn",
    text: `SELECT l.declarant, l.lrn, l.case_id
      FROM unnest($1::text[], $2::text[]) AS b(declarant, lrn) JOIN lrn_claim l USING (declarant, lrn)`,
  },
  dropLrn: {
    name: "drop_lrn",
    text: `DELETE FROM lrn_claim l USING unnest($1::text[], $2::text[]) AS b(declarant, lrn)
      WHERE l.declarant = b.declarant AND l.lrn = b.lrn`,
  },
  lockCases: {
    name: "lock_cases",
    text: `SELECT case_id, version, event_count, notification_count, leaf_count FROM case_envelope
      WHERE case_id = ANY($1::uuid[]) ORDER BY case_id FOR UPDATE`,
  },
  openBalances: {
    name: "open_balances",
    text: `INSERT INTO balance (account, unit, floor)
      SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[]) AS b(account, unit, floor)
      ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
  },
  lockBalances: {
    name: "lock_balances",
    text: `SELECT account, unit, amount, floor FROM balance
      WHERE (account, unit) IN (SELECT * FROM unnest($1::text[], $2::text[]))
      ORDER BY account, unit FOR UPDATE`,
  },
  // Conditional although the row is locked: the database itself never lets a balance pass its floor.
  writeBalances: {
    name: "write_balances",
    text: `UPDATE balance SET amount = b.amount, updated_at = $4::timestamptz
      FROM unnest($1::text[], $2::text[], $3::bigint[]) AS b(account, unit, amount)
      WHERE balance.account = b.account AND balance.unit = b.unit AND b.amount >= balance.floor`,
  },
  insertCases: {
    name: "insert_cases",
    text: `INSERT INTO case_envelope (${names.join(", ")}) SELECT ${names.map(cast).join(", ")} FROM ${batch}`,
  },
  updateCases: {
    name: "update_cases",
    text: `UPDATE case_envelope SET ${names
      .filter((name) => name !== "case_id" && name !== "submitted_at")
      .map((name) => `${name} = ${cast(name)}`)
      .join(", ")}
      FROM ${batch} WHERE case_envelope.case_id = b.case_id
        AND case_envelope.version = b.version - 1`,
  },
  insertEvents: {
    name: "insert_events",
    text: `INSERT INTO event (case_id, seq, type, v, body, legal_at, known_at, commit_id, recorded_at)
      SELECT *, $9::timestamptz FROM unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::jsonb[],
        $6::timestamptz[], $7::timestamptz[], $8::uuid[])`,
  },
  insertNotifications: {
    name: "insert_notifications",
    text: `INSERT INTO notification (case_id, seq, party, function_code, issued_at, body)
      SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::timestamptz[],
        $6::jsonb[])`,
  },
  insertPayloads: {
    name: "insert_payloads",
    text: `INSERT INTO payload (case_id, digest, kind, media_type, content, created_at)
      SELECT *, $6::timestamptz FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::text[], $5::bytea[])
      ON CONFLICT DO NOTHING`,
  },
  // Deadlines not named again are dropped. One named again with the same time keeps its claim, so a
  // command that was started by it does not start it once more.
  dropDeadlines: {
    name: "drop_deadlines",
    text: `DELETE FROM deadline d WHERE d.case_id = ANY($1::uuid[]) AND NOT EXISTS (
        SELECT FROM unnest($2::uuid[], $3::text[]) AS b(case_id, kind)
        WHERE b.case_id = d.case_id AND b.kind = d.kind)`,
  },
  upsertDeadlines: {
    name: "upsert_deadlines",
    text: `INSERT INTO deadline (case_id, kind, due_at)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[])
      ON CONFLICT (case_id, kind) DO UPDATE
        SET due_at = excluded.due_at,
          claimed_until = CASE WHEN deadline.due_at = excluded.due_at THEN deadline.claimed_until END,
          attempts = CASE WHEN deadline.due_at = excluded.due_at THEN deadline.attempts ELSE 0 END`,
  },
  insertTransfers: {
    name: "insert_transfers",
    text: `INSERT INTO transfer (from_account, to_account, unit, amount, case_id, commit_id, at)
      SELECT *, $7::timestamptz FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[],
        $5::uuid[], $6::uuid[])`,
  },
  insertPendingLeaves: {
    name: "insert_pending_leaves",
    text: `INSERT INTO pending_leaf (case_id, seq, digest, first_notification, parties, created_at)
      SELECT b.case_id, b.seq, b.digest, b.first, b.parties::text[], $6::timestamptz
      FROM unnest($1::uuid[], $2::int[], $3::bytea[], $4::int[], $5::text[])
        AS b(case_id, seq, digest, first, parties)`,
  },
  findCommits: {
    name: "find_commits",
    text: `SELECT DISTINCT commit_id FROM event
      WHERE case_id = ANY($1::uuid[]) AND commit_id = ANY($2::uuid[])`,
  },
} as const;

export type StatementName = keyof typeof statements;
