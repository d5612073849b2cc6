/** A server that starts goes on with the history that was kept, and comes to the same as from the first fact on. */
import { HISTORY_LIMITS, History } from "@customhouse/risk/features";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foldFacts } from "../../src/rooms/risk/history/fold-facts.ts";
import { keepHistoryNow } from "../../src/rooms/risk/history/keeper.ts";
import { packHistory, unpackHistory } from "../../src/rooms/risk/history/packed-history.ts";
import { readFacts } from "../../src/rooms/risk/store/facts.ts";
import { keepHistory, loadHistory } from "../../src/rooms/risk/store/histories.ts";
import { putFacts, storedFacts } from "../support/risk-history.ts";

const FACTS = storedFacts(300, 8);
const HALF = Math.floor(FACTS.length / 2);
/** Facts are written down before they count: what is written later counts later. */
let now = "";
const clock = () => new Date(now);
const END = "2026-06-01T08:00:00Z";
const goesOn = new AbortController().signal;

let database: TestDatabase;
beforeEach(async () => {
  now = END;
  database = await withDatabase();
});
afterEach(() => database?.drop());

async function folded(history = new History(), after = 0n): Promise<History> {
  const read = (from: bigint, limit: number) => readFacts(database.writerPool, from, limit);
  await foldFacts(history, { after, read, clock, folded: () => undefined });
  return history;
}

const keep = (facts: bigint, signal = goesOn) => keepHistoryNow(database, clock, signal, facts);

async function kept() {
  const found = await loadHistory(database.writer);
  return { position: found?.position, history: found && (await unpackHistory(found.content)) };
}

/** Whoever wants to write it down waits, and never does: a thread cannot be through before it is stopped. */
async function whileNobodyKeeps(work: () => Promise<void>): Promise<void> {
  const client = await database.writerPool.connect();
  try {
    await client.query("BEGIN");
    await client.query("LOCK TABLE risk_history IN EXCLUSIVE MODE");
    await work();
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE relation = 'risk_history'::regclass AND NOT granted`);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

describe("the history that is kept", () => {
  it("with what came after is the whole history, once and again", async () => {
    await putFacts(database, FACTS.slice(0, HALF));
    now = FACTS[HALF - 1]?.visibleAt ?? "";
    expect(await keep(1n)).toBe(true);
    now = END;
    await putFacts(database, FACTS.slice(HALF));
    const { position, history } = await kept();
    // What came in the last minute would wait with all its words: it is left to whoever goes on.
    expect(position).toBe(BigInt(HALF - 1));
    expect(history?.snapshot().waiting).toEqual([]);
    const goneOn = await folded(history, position);
    const whole = await folded();
    expect(goneOn.snapshot()).toEqual(whole.snapshot());
    expect(await keep(1n)).toBe(true);
    expect((await kept()).history?.snapshot()).toEqual(whole.snapshot());
    const { rows } = await database.writerPool.query("SELECT DISTINCT position FROM risk_history");
    expect(rows).toEqual([{ position: BigInt(FACTS.length) }]);
  });

  it("is not kept for little, nor by two servers at once", async () => {
    await putFacts(database, FACTS);
    expect(await keep(BigInt(FACTS.length) + 1n)).toBe(false);
    const together = await Promise.all([keep(1n), keep(1n), keep(1n)]);
    expect(together.filter((done) => done)).toHaveLength(1);
    expect(await keep(1n)).toBe(false);
  });

  it("stays as it was when the thread is stopped", async () => {
    await putFacts(database, FACTS);
    const stopped = new AbortController();
    await whileNobodyKeeps(async () => {
      const keeping = keep(1n, stopped.signal);
      setTimeout(() => stopped.abort(), 50);
      expect(await keeping).toBe(false);
    });
    expect(await keep(1n, stopped.signal)).toBe(false);
    expect(await kept()).toEqual({ position: undefined, history: undefined });
  });

  it("is made again from the facts where it is damaged", async () => {
    await putFacts(database, FACTS);
    const content = await packHistory(await folded());
    await keepHistory(database.writer, { position: 7n, content: content.subarray(0, 100) });
    await expect(kept()).rejects.toThrow();
    expect(await keep(1n)).toBe(true);
    expect((await kept()).history?.snapshot()).toEqual((await folded()).snapshot());
  });

  it("takes any number of facts, though few may wait", async () => {
    await putFacts(database, FACTS);
    const history = new History({ ...HISTORY_LIMITS, waiting: FACTS.length });
    for (let times = 0; times < 10; times += 1) await folded(history);
    expect(history.snapshot().waiting).toEqual([]);
  });
});
