/**
 * Postings per second in the ledger, each with its event, leaf and transfer, on one hot quota and over 10,000 accounts,
 * beside plain conditional updates of the same balance rows in the same PostgreSQL with the same durability.
 */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { createCommitQueue } from "../../packages/server/src/platform/commit/commit-queue.ts";
import type { CommitRequest } from "../../packages/server/src/platform/commit/types.ts";
import {
  type OpenDatabase,
  openDatabase,
} from "../../packages/server/src/platform/storage/database.ts";
import { startEmbeddedPostgres } from "../../packages/server/src/platform/storage/embedded-postgres.ts";
import { checkLedger, openAccounts } from "../../packages/server/src/rooms/ledger/store/ledger.ts";
import { caseRequest } from "./commit-sample.ts";
import { rate } from "./rate.ts";

const PLAIN_CONNECTIONS = 16;
const WAITING = 1_000;
const ACCOUNTS = 10_000;
const UNIT = "KGM";
const PLENTY = 10n ** 15n;

interface Pair {
  readonly postings: number;
  readonly plainUpdates: number;
}

export interface LedgerBench {
  /** Per second. */
  readonly hot: Pair;
  readonly many: Pair;
  /** Transfers that the check of the books went over afterwards. */
  readonly transfers: number;
}

export async function benchLedger(seconds: number): Promise<LedgerBench> {
  const dataDir = join(tmpdir(), `customhouse-bench-${randomBytes(4).toString("hex")}`);
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const database = await openDatabase({ url: server.url });
    const names = Array.from({ length: ACCOUNTS }, (_value, index) => `quota/${index}`);
    await openAccounts(
      database.writer,
      names.map((account) => ({ account, unit: UNIT, amount: PLENTY })),
    );
    const hot = await pair(database, seconds, () => "quota/0");
    const many = await pair(
      database,
      seconds,
      () => names[Math.floor(Math.random() * ACCOUNTS)] ?? "",
    );
    const { transfers, drifted, belowFloor, overdrawnCases } = await checkLedger(database.writer);
    if (drifted.length + belowFloor.length + overdrawnCases.length > 0)
      throw new Error("the books are wrong");
    await database.close();
    return { hot, many, transfers: Number(transfers) };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function pair(database: OpenDatabase, seconds: number, pick: () => string): Promise<Pair> {
  const plainUpdates = await measurePlain(database.url, seconds, pick);
  const queue = createCommitQueue({ url: database.url });
  const post = async () => {
    const result = await queue.submit(posting(pick()));
    if (result.status !== "committed") throw new Error(`unexpected ${result.status}`);
    return 1;
  };
  await rate(WAITING, 1, post);
  const postings = await rate(WAITING, seconds, post);
  await queue.close();
  return { postings, plainUpdates };
}

function posting(account: string): CommitRequest {
  const request = caseRequest();
  const { events, leaves } = request.branches.granted;
  return {
    caseId: request.caseId,
    expectedActCount: 0,
    row: { ...request.row, snapshot: {} },
    branches: {
      granted: {
        events: events.slice(0, 1),
        leaves,
        notifications: [],
        payloads: [],
        deadlines: [],
      },
    },
    reservations: [{ account, unit: UNIT, amountMinor: 1n }],
  };
}

/** Rows of its own, so that the books of the ledger stay checkable. */
async function measurePlain(url: string, seconds: number, pick: () => string): Promise<number> {
  const pool = new Pool({ connectionString: url, max: PLAIN_CONNECTIONS });
  // The server may be stopped while an ended pool still says goodbye.
  pool.on("error", () => undefined);
  await pool.query("CREATE TABLE IF NOT EXISTS plain_balance (LIKE balance INCLUDING ALL)");
  await pool.query("INSERT INTO plain_balance SELECT * FROM balance ON CONFLICT DO NOTHING");
  const perSecond = await rate(PLAIN_CONNECTIONS, seconds, async () => {
    const { rowCount } = await pool.query({
      name: "plain_update",
      text: "UPDATE plain_balance SET amount = amount - 1 WHERE account = $1 AND unit = $2 AND amount - 1 >= floor",
      values: [pick(), UNIT],
    });
    if (rowCount !== 1) throw new Error("a plain update found no row");
    return 1;
  });
  await pool.end();
  return perSecond;
}
