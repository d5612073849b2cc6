/**
 * Numbers notifications per party, 1, 2, 3 without gaps. Only the sequencer calls this, inside its run
 * and with the head row locked, so reading a party's last number and writing the next ones is safe.
 */
import type { PoolClient } from "pg";
import { int4Array, int8Array, textArray, uuidArray } from "../storage/binary-array.ts";

/** A leaf that waits for its number, with what its act told to whom. */
export interface PendingRow {
  readonly id: bigint;
  readonly case_id: string;
  readonly seq: number | null;
  readonly digest: Uint8Array | null;
  readonly first_notification: number;
  readonly parties: string[];
}

/** Returns how many notifications were placed. */
export async function placeNotifications(
  client: PoolClient,
  pending: readonly PendingRow[],
): Promise<number> {
  const placed = pending.flatMap((row) =>
    row.parties.map((party, index) => ({
      party,
      caseId: row.case_id,
      seq: row.first_notification + index,
    })),
  );
  if (placed.length === 0) return 0;
  const parties = [...new Set(placed.map((item) => item.party))];
  const heads = await client.query<{ party: string; position: bigint }>({
    name: "party_heads",
    text: "SELECT party, position FROM party_head WHERE party = ANY($1::text[])",
    values: [textArray(parties)],
  });
  const last = new Map(heads.rows.map((row) => [row.party, row.position]));
  const positions = placed.map((item) => {
    const position = (last.get(item.party) ?? 0n) + 1n;
    last.set(item.party, position);
    return position;
  });
  await client.query({
    name: "insert_positions",
    text: `INSERT INTO party_position (party, position, case_id, seq)
      SELECT * FROM unnest($1::text[], $2::bigint[], $3::uuid[], $4::int[])`,
    values: [
      textArray(placed.map((item) => item.party)),
      int8Array(positions),
      uuidArray(placed.map((item) => item.caseId)),
      int4Array(placed.map((item) => item.seq)),
    ],
  });
  await client.query({
    name: "party_heads_write",
    text: `INSERT INTO party_head (party, position) SELECT * FROM unnest($1::text[], $2::bigint[])
      ON CONFLICT (party) DO UPDATE SET position = excluded.position`,
    values: [textArray(parties), int8Array(parties.map((party) => last.get(party) ?? 0n))],
  });
  return placed.length;
}
