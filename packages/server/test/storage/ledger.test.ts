/** The ledger under concurrency and kill -9: nothing comes from nowhere, nothing falls below its floor. */

import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Reservation } from "@customhouse/model";
import { patience } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommitQueue, createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { CommitOutcomeUnknownError } from "../../src/platform/commit/types.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import { type OpenDatabase, openDatabase } from "../../src/platform/storage/database.ts";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../src/platform/storage/embedded-postgres.ts";
import {
  checkLedger,
  openAccounts,
  readBalance,
  readStatement,
} from "../../src/rooms/ledger/store/ledger.ts";
import { sampleCommit } from "./sample.ts";

const SOUND = { drifted: [], belowFloor: [], overdrawnCases: [] };
const dataDir = join(tmpdir(), `customhouse-ledger-${newCaseId()}`);
let server: EmbeddedPostgres;
let database: OpenDatabase;
let queue: CommitQueue;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir });
  database = await openDatabase({ url: server.url });
  queue = createCommitQueue({ url: server.url, maxWaitMs: 20_000, writers: 3 });
});
afterAll(async () => {
  await queue?.close();
  await database?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function post(
  caseId: string,
  actCount: number,
  reservations: readonly Reservation[],
): Promise<string> {
  const request = { ...sampleCommit({ caseId }), expectedActCount: actCount, reservations };
  try {
    return (await queue.submit(request)).status;
  } catch (error) {
    if (error instanceof CommitOutcomeUnknownError) return "unknown";
    throw error;
  }
}

describe("one movement", () => {
  test("leaves one account and arrives at the other", async () => {
    await openAccounts(database.writer, [{ account: "quota/a", unit: "KGM", amount: 100n }]);
    const caseId = newCaseId();
    const take = (amountMinor: bigint) => [{ account: "quota/a", unit: "KGM", amountMinor }];
    expect(await post(caseId, 0, take(30n))).toBe("committed");
    expect(await post(caseId, 1, take(-10n))).toBe("committed");
    expect((await readBalance(database.writer, "quota/a", "KGM"))?.amount).toBe(80n);
    const own = await readStatement(database.writer, `case/${caseId}`, 10);
    expect(own.map(({ amount, other }) => [amount, other])).toEqual([
      [-10n, "quota/a"],
      [30n, "quota/a"],
    ]);
    const all = await readStatement(database.writer, "quota/a", 10);
    expect(all.map(({ amount }) => amount)).toEqual([10n, -30n, 100n]);
    const newest = all[0]?.position;
    expect(await readStatement(database.writer, "quota/a", 1, newest)).toEqual([all[1]]);
    expect(await checkLedger(database.writer)).toMatchObject(SOUND);
  });

  test("is refused where it passes the floor, the greatest number, or an account that is not there", async () => {
    await openAccounts(database.writer, [
      { account: "quota/full", unit: "KGM", amount: 2n ** 63n - 5n },
      { account: "credit/b", unit: "USD", amount: 0n, floor: -50n },
    ]);
    const one = (account: string, unit: string, amountMinor: bigint) =>
      post(newCaseId(), 0, [{ account, unit, amountMinor }]);
    expect(await one("quota/full", "KGM", -10n)).toBe("reservation-refused");
    expect(await one("credit/b", "USD", 50n)).toBe("committed");
    expect(await one("credit/b", "USD", 1n)).toBe("reservation-refused");
    expect(await one("credit/b", "EUR", 1n)).toBe("reservation-refused");
    expect(await one("nobody", "USD", 1n)).toBe("reservation-refused");
    expect(await checkLedger(database.writer)).toMatchObject(SOUND);
  });

  test("an account opened with a commit takes part in it, and keeps its floor when opened again", async () => {
    const account = "lpco/XA-1";
    const open = (floor: bigint) =>
      queue.submit({
        ...sampleCommit(),
        opens: [{ account, unit: "KGM", floor }],
        reservations: [{ account, unit: "KGM", amountMinor: -500n, counter: "outside/lpco" }],
      });
    expect((await open(0n)).status).toBe("committed");
    expect((await open(-9n)).status).toBe("committed");
    expect(await readBalance(database.writer, account, "KGM")).toEqual({
      amount: 1000n,
      floor: 0n,
    });
    expect(await checkLedger(database.writer)).toMatchObject(SOUND);
  });

  test("a balance changed behind the ledger's back is found", async () => {
    await openAccounts(database.writer, [{ account: "quota/x", unit: "KGM", amount: 7n }]);
    await database.writer
      .updateTable("balance")
      .set({ amount: 9n })
      .where("account", "=", "quota/x")
      .execute();
    const { drifted } = await checkLedger(database.writer);
    expect(drifted).toEqual([{ account: "quota/x", unit: "KGM", by: 2n }]);
    await database.writer
      .updateTable("balance")
      .set({ amount: 7n })
      .where("account", "=", "quota/x")
      .execute();
  });
});

/** Small and repeatable, so that a failure can be looked at again with its seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const HOT = "quota/hot";
const ACCOUNTS = [HOT, "guarantee/1", "guarantee/2", "lpco/2"];
const OPENING = 40_000n;

/** Takes from some accounts, perhaps gives part back, perhaps all: and remembers what is certain. */
async function trader(
  seed: number,
  held: Map<string, bigint>,
  running: () => boolean,
): Promise<void> {
  const draw = random(seed);
  while (running()) {
    const caseId = newCaseId();
    const accounts = ACCOUNTS.filter(() => draw(2) === 0);
    const taken = (accounts.length === 0 ? [HOT] : accounts).map((account) => ({
      account,
      unit: "USD",
      amountMinor: BigInt(1 + draw(400)),
    }));
    const status = await post(caseId, 0, taken);
    if (status === "unknown" || status === "busy") await sleep(20);
    if (status !== "committed") continue;
    const back = taken.map((entry) => ({
      ...entry,
      amountMinor:
        draw(3) === 0 ? -BigInt(draw(Number(entry.amountMinor)) + 1) : -entry.amountMinor,
    }));
    const returned = await post(caseId, 1, back);
    if (returned === "unknown") continue;
    const gave = returned === "committed" ? back : [];
    const left = [...taken, ...gave].reduce((sum, entry) => sum + entry.amountMinor, 0n);
    held.set(caseId, left);
  }
}

test("over random interleavings and kill -9 of PostgreSQL the books stay right", async () => {
  const seed = Date.now() % 1_000_000;
  const context = `seed ${seed}`;
  await openAccounts(
    database.writer,
    ACCOUNTS.map((account) => ({ account, unit: "USD", amount: OPENING })),
  );
  const held = new Map<string, bigint>();
  let running = true;
  const traders = Array.from({ length: 40 }, (_value, index) =>
    trader(seed + index * 7919, held, () => running),
  );
  for (let kill = 0; kill < 3; kill += 1) {
    await sleep(500);
    const before = held.size;
    process.kill(server.pid() ?? 0, "SIGKILL");
    const deadline = Date.now() + patience(15_000);
    while (held.size <= before + 50 && Date.now() < deadline) await sleep(20);
    expect(held.size, context).toBeGreaterThan(before);
  }
  running = false;
  await Promise.all(traders);
  const check = await checkLedger(database.writer);
  expect(check, context).toMatchObject(SOUND);
  for (const [caseId, amount] of held) {
    const lines = await readStatement(database.writer, `case/${caseId}`, 50);
    const sum = lines.reduce((total, line) => total + line.amount, 0n);
    expect(sum, `${context} ${caseId}`).toBe(amount);
  }
});
