/** The history of risk as it stood, packed and in parts. One is kept. */
import type { Pool } from "pg";
import { inTransaction } from "../../../platform/storage/in-transaction.ts";

/** A row of a gigabyte cannot be sent; parts are read and written one by one. */
const PART_BYTES = 16 * 2 ** 20;

export interface PackedHistory {
  /** Of the last fact that is in it. */
  readonly position: bigint;
  readonly content: Uint8Array;
}

/** In place of the one before. */
export async function keepHistory(pool: Pool, { position, content }: PackedHistory): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query("DELETE FROM risk_history");
    for (let part = 0; part * PART_BYTES < content.length; part += 1) {
      const bytes = content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      await client.query("INSERT INTO risk_history (position, part, content) VALUES ($1, $2, $3)", [
        position,
        part,
        bytes,
      ]);
    }
  });
}

/** Undefined: none is kept. */
export async function loadHistory(pool: Pool): Promise<PackedHistory | undefined> {
  const parts: Uint8Array[] = [];
  const position = await keptPosition(pool);
  if (position === undefined) return undefined;
  for (;;) {
    const { rows } = await pool.query<{ content: Uint8Array }>(
      "SELECT content FROM risk_history WHERE position = $1 AND part = $2",
      [position, parts.length],
    );
    if (rows[0] === undefined) break;
    parts.push(rows[0].content);
  }
  return { position, content: Buffer.concat(parts) };
}

/** Up to which fact the kept one goes. */
export async function keptPosition(pool: Pool): Promise<bigint | undefined> {
  const { rows } = await pool.query<{ position: bigint | null }>(
    "SELECT max(position) AS position FROM risk_history",
  );
  return rows[0]?.position ?? undefined;
}
