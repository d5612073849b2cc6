/** Receipts and log reads: inclusion and consistency from the stored tiles. */
import type { TileReader } from "@customhouse/trust";
import {
  consistencyProof,
  formatReceipt,
  inclusionProof,
  tilesForConsistency,
  tilesForInclusion,
} from "@customhouse/trust";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Database } from "../storage/tables.ts";
import { sha256 } from "./log-key.ts";

export interface LogHead {
  readonly size: bigint;
  readonly root: Uint8Array;
  /** C2SP checkpoint: a signed note. */
  readonly checkpoint: string;
}

export type ReceiptResult =
  | {
      readonly status: "in-log";
      readonly index: bigint;
      readonly leafHash: Uint8Array;
      /** The log's entry: the salted digest. */
      readonly digest: Uint8Array;
      readonly head: LogHead;
      readonly proof: readonly Uint8Array[];
      /** C2SP tlog-proof text: what the trader keeps. */
      readonly text: string;
    }
  /** Committed, not numbered yet: the promise holds until then. Also said for a leaf unknown to us. */
  | { readonly status: "not-in-log-yet" };

export async function readLogHead(db: Kysely<Database>): Promise<LogHead | undefined> {
  const row = await db.selectFrom("log_head").selectAll().executeTakeFirst();
  return row && { size: row.size, root: row.root, checkpoint: row.signed_note };
}

/** The receipt for leaf `seq` (from 1) of a case. */
export async function receiptFor(
  db: Kysely<Database>,
  caseId: string,
  seq: number,
): Promise<ReceiptResult> {
  const leaf = await db
    .selectFrom("leaf")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("seq", "=", seq)
    .executeTakeFirst();
  const head = await readLogHead(db);
  if (leaf === undefined || head === undefined) return { status: "not-in-log-yet" };
  // Tiles only grow, so those read after the head hold at least what the head covers.
  const tiles = await readTiles(db, tilesForInclusion(leaf.idx, head.size));
  const proof = inclusionProof(leaf.idx, head.size, tiles, sha256);
  const text = formatReceipt({ index: leaf.idx, proof, checkpoint: head.checkpoint });
  const { idx: index, leaf_hash: leafHash, digest } = leaf;
  return { status: "in-log", index, leafHash, digest, head, proof, text };
}

/** Proof that the tree of `size2` leaves extends the one of `size1`: what a witness asks for. */
export async function consistencyBetween(
  db: Kysely<Database>,
  size1: bigint,
  size2: bigint,
): Promise<Uint8Array[]> {
  const tiles = await readTiles(db, tilesForConsistency(size1, size2));
  return consistencyProof(size1, size2, tiles, sha256);
}

/** One C2SP tile, cut to `width` hashes; undefined when the log has not that many. */
export async function readTile(
  db: Kysely<Database>,
  level: number,
  n: bigint,
  width: number,
): Promise<Uint8Array | undefined> {
  const hashes = (await readTiles(db, [{ level, n }]))(level, n);
  return hashes && hashes.length >= width * 32 ? hashes.slice(0, width * 32) : undefined;
}

async function readTiles(
  db: Kysely<Database>,
  wanted: readonly { level: number; n: bigint }[],
): Promise<TileReader> {
  const rows = await sql<{ level: number; n: bigint; hashes: Uint8Array }>`
    SELECT level, n, hashes FROM log_tile JOIN unnest(
      ${wanted.map((tile) => tile.level)}::int[], ${wanted.map((tile) => String(tile.n))}::bigint[]
    ) AS b(level, n) USING (level, n)`.execute(db);
  const tiles = new Map(rows.rows.map((row) => [`${row.level}/${row.n}`, row.hashes]));
  return (level, n) => tiles.get(`${level}/${n}`);
}
