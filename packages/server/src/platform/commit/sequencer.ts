/**
 * The sequencer: the only maker of global order. It moves committed leaves from `pending_leaf` to
 * `leaf(idx)`, numbers each party's notifications without gaps, and signs one head per run.
 *
 * One at a time: a lease row says who, its fence number rises with every change of holder, and the
 * head row is locked for the run and updated only `WHERE size = $old` by a fence that is not older. Two
 * processes that both believe they hold the lease therefore still cannot fork the log: the second
 * waits for the row, sees the grown size and continues from there, or is refused by the fence.
 *
 * A run is one transaction: leaves, tiles, positions and head change together or not at all. The head
 * is signed before COMMIT but published only by it.
 */
import { randomUUID } from "node:crypto";
import type { NoteSigner, TileReader } from "@customhouse/trust";
import {
  type Appended,
  appendLeaves,
  edgeTiles,
  emptyRoot,
  formatCheckpoint,
  leafHash,
  signNote,
} from "@customhouse/trust";
import type { Pool, PoolClient } from "pg";
import { type Job, MORE } from "../jobs/job.ts";
import { byteaArray, int4Array, int8Array, uuidArray } from "../storage/binary-array.ts";
import { sha256 } from "./log-key.ts";
import { type PendingRow, placeNotifications } from "./party-positions.ts";

const DEFAULT_INTERVAL_MS = 50;
const MAX_LEAVES_PER_RUN = 5_000;
const LEASE_MS = 5_000;

export interface SequencerOptions {
  readonly signer: NoteSigner;
  readonly maxLeavesPerRun?: number;
  readonly now?: () => Date;
}

export interface SequencerRun {
  /** False when another process holds the lease. */
  readonly leader: boolean;
  readonly leaves: number;
  readonly notifications: number;
}

interface HeadRow {
  readonly size: bigint;
  readonly fence: bigint;
}

const IDLE: SequencerRun = { leader: true, leaves: 0, notifications: 0 };

export class Sequencer {
  private readonly pool: Pool;
  private readonly options: SequencerOptions;
  private readonly holder = randomUUID();
  private fence = 0n;
  private renewAtMs = 0;

  /** `pool` must be the writer role's. */
  constructor(pool: Pool, options: SequencerOptions) {
    this.pool = pool;
    this.options = options;
  }

  /** Gives the lease back, so that a successor need not wait for it. */
  async release(): Promise<void> {
    await this.pool
      .query("UPDATE lease SET expires_at = '-infinity' WHERE name = 'sequencer' AND holder = $1", [
        this.holder,
      ])
      .catch(() => undefined);
    this.renewAtMs = 0;
  }

  /** At once again while there is more than one run's worth. */
  asJob(everyMs = DEFAULT_INTERVAL_MS): Job {
    return {
      name: "log.sequence",
      everyMs,
      run: async () => {
        const { leaves } = await this.runOnce();
        return leaves >= (this.options.maxLeavesPerRun ?? MAX_LEAVES_PER_RUN) ? MORE : undefined;
      },
      end: () => this.release(),
    };
  }

  /** One run; also used directly by tests and by tools that want the log up to date now. */
  async runOnce(): Promise<SequencerRun> {
    if (!(await this.holdLease())) return { leader: false, leaves: 0, notifications: 0 };
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query("BEGIN");
      const run = await this.sequence(client);
      await client.query(run === undefined ? "ROLLBACK" : "COMMIT");
      return run ?? IDLE;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      await client.query("ROLLBACK").catch(() => undefined);
      throw broken;
    } finally {
      client.release(broken);
    }
  }

  /** The database's clock decides, not ours: machines disagree about the time. */
  private async holdLease(): Promise<boolean> {
    if (Date.now() < this.renewAtMs) return true;
    const result = await this.pool.query<{ fence: bigint }>(
      `INSERT INTO lease AS held (name, holder, fence, expires_at)
       VALUES ('sequencer', $1, 1, clock_timestamp() + make_interval(secs => $2))
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at,
         fence = held.fence + CASE WHEN held.holder = excluded.holder THEN 0 ELSE 1 END
       WHERE held.holder = excluded.holder OR held.expires_at < clock_timestamp()
       RETURNING fence`,
      [this.holder, LEASE_MS / 1_000],
    );
    const fence = result.rows[0]?.fence;
    if (fence === undefined) return false;
    this.fence = fence;
    this.renewAtMs = Date.now() + LEASE_MS / 2;
    return true;
  }

  /** Undefined when there is nothing to do. */
  private async sequence(client: PoolClient): Promise<SequencerRun | undefined> {
    const head = await this.lockHead(client);
    if (head.fence > this.fence) {
      this.renewAtMs = 0;
      throw new Error("a newer sequencer has taken over");
    }
    const pending = await takePending(client, this.options.maxLeavesPerRun ?? MAX_LEAVES_PER_RUN);
    if (pending.length === 0) return undefined;
    const leaves = pending.flatMap((row) =>
      row.digest === null || row.seq === null
        ? []
        : [{ caseId: row.case_id, seq: row.seq, digest: row.digest }],
    );
    const hashes = leaves.map((leaf) => leafHash(leaf.digest, sha256));
    const read = await readEdge(client, head.size);
    const grown = appendLeaves(head.size, hashes, read, sha256);
    await client.query({
      name: "insert_leaves",
      text: `INSERT INTO leaf (idx, leaf_hash, digest, case_id, seq)
        SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::uuid[], $5::int[])`,
      values: [
        int8Array(leaves.map((_leaf, index) => head.size + BigInt(index))),
        byteaArray(hashes),
        byteaArray(leaves.map((leaf) => leaf.digest)),
        uuidArray(leaves.map((leaf) => leaf.caseId)),
        int4Array(leaves.map((leaf) => leaf.seq)),
      ],
    });
    await writeTiles(client, grown);
    const notifications = await placeNotifications(client, pending);
    if (leaves.length > 0) await this.writeHead(client, head.size, grown);
    return { leader: true, leaves: leaves.length, notifications };
  }

  private async lockHead(client: PoolClient): Promise<HeadRow> {
    const query = "SELECT size, fence FROM log_head WHERE origin = $1 FOR UPDATE";
    const origin = this.options.signer.name;
    const found = await client.query<HeadRow>(query, [origin]);
    if (found.rows[0]) return found.rows[0];
    const root = emptyRoot(sha256);
    await client.query(
      `INSERT INTO log_head (origin, size, root, signed_note, fence, signed_at)
       VALUES ($1, 0, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [origin, root, this.sign(0n, root), this.fence, this.now()],
    );
    // One database is one log: a second origin would mean two orders of the same leaves.
    const heads = await client.query("SELECT FROM log_head");
    if (heads.rowCount !== 1) throw new Error("this database belongs to a log of another origin");
    const made = await client.query<HeadRow>(query, [origin]);
    if (made.rows[0] === undefined) throw new Error("the log head could not be made");
    return made.rows[0];
  }

  private async writeHead(client: PoolClient, oldSize: bigint, grown: Appended): Promise<void> {
    const note = this.sign(grown.size, grown.root);
    const result = await client.query({
      name: "write_head",
      text: `UPDATE log_head SET size = $1, root = $2, signed_note = $3, fence = $4, signed_at = $5
        WHERE origin = $6 AND size = $7 AND fence <= $4`,
      values: [
        grown.size,
        grown.root,
        note,
        this.fence,
        this.now(),
        this.options.signer.name,
        oldSize,
      ],
    });
    if (result.rowCount !== 1) throw new Error("the log head moved under the sequencer");
  }

  private sign(size: bigint, root: Uint8Array): string {
    const { signer } = this.options;
    return signNote(formatCheckpoint({ origin: signer.name, size, root }), [signer]);
  }

  private now(): string {
    return (this.options.now?.() ?? new Date()).toISOString();
  }
}

/** Oldest first by id, then by case and sequence: a case's own order is kept whatever the batch. */
async function takePending(client: PoolClient, limit: number): Promise<PendingRow[]> {
  const result = await client.query<PendingRow>({
    name: "take_pending",
    text: `DELETE FROM pending_leaf WHERE id = ANY (ARRAY(
        SELECT id FROM pending_leaf ORDER BY id LIMIT $1))
      RETURNING id, case_id, seq, digest, first_notification, parties`,
    values: [limit],
  });
  return result.rows.sort((a, b) => {
    if (a.case_id !== b.case_id) return a.case_id < b.case_id ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

async function readEdge(client: PoolClient, size: bigint): Promise<TileReader> {
  const edge = edgeTiles(size);
  const result = await client.query<{ level: number; n: bigint; hashes: Uint8Array }>({
    name: "read_edge",
    text: `SELECT level, n, hashes FROM log_tile
      JOIN unnest($1::int[], $2::bigint[]) AS b(level, n) USING (level, n)`,
    values: [int4Array(edge.map((tile) => tile.level)), int8Array(edge.map((tile) => tile.n))],
  });
  const tiles = new Map(result.rows.map((row) => [`${row.level}/${row.n}`, row.hashes]));
  return (level, n) => tiles.get(`${level}/${n}`);
}

async function writeTiles(client: PoolClient, grown: Appended): Promise<void> {
  if (grown.tiles.length === 0) return;
  await client.query({
    name: "write_tiles",
    text: `INSERT INTO log_tile (level, n, hashes)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])
      ON CONFLICT (level, n) DO UPDATE SET hashes = excluded.hashes`,
    values: [
      int4Array(grown.tiles.map((tile) => tile.level)),
      int8Array(grown.tiles.map((tile) => tile.n)),
      byteaArray(grown.tiles.map((tile) => tile.hashes)),
    ],
  });
}
