/** The history of risk as it stood, packed and in parts. One is kept. */
import type { Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { riskTables } from "./tables.ts";

/** A row of a gigabyte cannot be sent; parts are read and written one by one. */
const PART_BYTES = 16 * 2 ** 20;

export interface PackedHistory {
  /** Of the last fact that is in it. */
  readonly position: bigint;
  readonly content: Uint8Array;
}

/** In place of the one before. */
export async function keepHistory(
  db: Kysely<Database>,
  { position, content }: PackedHistory,
): Promise<void> {
  await riskTables(db)
    .transaction()
    .execute(async (transaction) => {
      await transaction.deleteFrom("risk_history").execute();
      for (let part = 0; part * PART_BYTES < content.length; part += 1) {
        const bytes = content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
        await transaction
          .insertInto("risk_history")
          .values({ position, part, content: bytes })
          .execute();
      }
    });
}

/** Undefined: none is kept. */
export async function loadHistory(db: Kysely<Database>): Promise<PackedHistory | undefined> {
  const parts: Uint8Array[] = [];
  const position = await keptPosition(db);
  if (position === undefined) return undefined;
  for (;;) {
    const row = await riskTables(db)
      .selectFrom("risk_history")
      .select("content")
      .where("position", "=", position)
      .where("part", "=", parts.length)
      .executeTakeFirst();
    if (row === undefined) break;
    parts.push(row.content);
  }
  return { position, content: Buffer.concat(parts) };
}

/** Up to which fact the kept one goes. */
export async function keptPosition(db: Kysely<Database>): Promise<bigint | undefined> {
  const row = await riskTables(db)
    .selectFrom("risk_history")
    .select((kept) => kept.fn.max("position").as("position"))
    .executeTakeFirst();
  return row?.position ?? undefined;
}
