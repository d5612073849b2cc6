import { generateKeyPairSync } from "node:crypto";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  checkReceipt,
  parseCheckpoint,
  verifyConsistency,
  verifyNote,
} from "../../../trust/src/index.ts";
import { type CommitQueue, createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { logKey, sha256 } from "../../src/platform/commit/log-key.ts";
import { readPromise, signPromise } from "../../src/platform/commit/promise.ts";
import { consistencyBetween, readLogHead, receiptFor } from "../../src/platform/commit/receipts.ts";
import { Sequencer } from "../../src/platform/commit/sequencer.ts";
import { startJobs } from "../../src/platform/jobs/job.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import { partyNotifications } from "../../src/rooms/notifications/store/notifications.ts";
import { AT, sampleBranch, sampleCommit } from "./sample.ts";
import { servers } from "./servers.ts";

const key = logKey("customs.xa.example/log", generateKeyPairSync("ed25519").privateKey);

describe.each(servers)("sequencer on %s PostgreSQL", (server) => {
  let database: TestDatabase;
  let queue: CommitQueue;
  beforeAll(async () => {
    database = await withDatabase({ server });
    queue = createCommitQueue({ url: database.ownerUrl });
  });
  afterAll(async () => {
    await queue?.close();
    await database?.drop();
  });
  beforeEach(async () => {
    await database.writerPool.query("UPDATE lease SET expires_at = '-infinity'");
  });

  const party = (name: string) => ({
    party: name,
    functionCode: "01",
    issuedAt: AT,
    body: {},
  });

  test("every leaf gets a receipt that verifies offline, and heads are consistent", async () => {
    const sequencer = new Sequencer(database.writerPool, { signer: key, maxLeavesPerRun: 100 });
    const requests = Array.from({ length: 330 }, () => sampleCommit());
    await Promise.all(requests.map((request) => queue.submit(request)));
    const heads: { size: bigint; root: Uint8Array }[] = [];
    for (let run = 0; run < 10; run += 1) {
      const { leaves } = await sequencer.runOnce();
      if (leaves === 0) break;
      const head = await readLogHead(database.writer);
      expect(verifyNote(head!.checkpoint, [key])?.signedBy).toEqual([key.name]);
      heads.push({ size: head!.size, root: head!.root });
    }
    expect(heads.length).toBe(4);
    for (const [index, head] of heads.slice(1).entries()) {
      const before = heads[index]!;
      const proof = await consistencyBetween(database.writer, before.size, head.size);
      const claim = { size1: before.size, root1: before.root, size2: head.size, root2: head.root };
      expect(verifyConsistency({ ...claim, proof }, sha256)).toBe(true);
    }
    for (const request of requests.slice(0, 40)) {
      const receipt = await receiptFor(database.writer, request.caseId, 1);
      if (receipt.status !== "in-log") throw new Error("no receipt");
      const digest = request.branches.granted.leaves[0]!;
      expect(checkReceipt(receipt.text, digest, { log: key }, sha256)).toBeUndefined();
      const other = requests[41]!.branches.granted.leaves[0]!;
      expect(checkReceipt(receipt.text, other, { log: key }, sha256)).toBe("not included");
    }
    expect(await receiptFor(database.writer, newCaseId(), 1)).toEqual({ status: "not-in-log-yet" });
  });

  test("only the holder of the lease works, and a successor's fence stops the old one", async () => {
    const first = new Sequencer(database.writerPool, { signer: key });
    const second = new Sequencer(database.writerPool, { signer: key });
    await queue.submit(sampleCommit());
    expect((await first.runOnce()).leader).toBe(true);
    expect((await second.runOnce()).leader).toBe(false);
    await database.writerPool.query("UPDATE lease SET expires_at = '-infinity'");
    await queue.submit(sampleCommit());
    expect((await second.runOnce()).leaves).toBe(1);
    await queue.submit(sampleCommit());
    // The first still believes in its lease: the fence in the head tells it otherwise.
    await expect(first.runOnce()).rejects.toThrow("a newer sequencer");
    expect((await second.runOnce()).leaves).toBe(1);
  });

  test("sequencers at once under load never fork and leave no gap", async () => {
    const before = (await readLogHead(database.writer))?.size ?? 0n;
    const sequencers = Array.from(
      { length: 3 },
      () => new Sequencer(database.writerPool, { signer: key, maxLeavesPerRun: 37 }),
    );
    const running = sequencers.map((sequencer) =>
      startJobs([sequencer.asJob(2)], { log: () => undefined }),
    );
    // Worse than any clock: the lease is taken from whoever holds it again and again.
    let stealing = true;
    const thief = (async () => {
      while (stealing) {
        await database.writerPool.query("UPDATE lease SET expires_at = '-infinity'");
        await new Promise((resume) => setTimeout(resume, 3));
      }
    })();
    const parties = ["P1", "P2", "P3", "P4"];
    const total = 1_500;
    const caseIds = Array.from({ length: 300 }, () => newCaseId());
    const work = caseIds.map(async (caseId, index) => {
      for (let acts = 0; acts < total / caseIds.length; acts += 1) {
        const notifications = [party(parties[index % 4]!), party(parties[acts % 4]!)];
        const request = sampleCommit({ caseId });
        const branches = { granted: sampleBranch({ notifications }) };
        const result = await queue.submit({ ...request, expectedActCount: acts, branches });
        expect(result.status).toBe("committed");
      }
    });
    await Promise.all(work);
    for (let wait = 0; wait < 500; wait += 1) {
      const left = await database.writerPool.query("SELECT FROM pending_leaf LIMIT 1");
      if (left.rowCount === 0) break;
      await new Promise((resume) => setTimeout(resume, 10));
    }
    stealing = false;
    await thief;
    await Promise.all(running.map((one) => one.stop()));
    const log = await database.writerPool.query<{
      size: bigint;
      last: bigint;
      count: bigint;
      ordered: boolean;
    }>(`SELECT (SELECT size FROM log_head) AS size, max(idx) AS last, count(*) AS count,
        NOT EXISTS (SELECT FROM leaf a JOIN leaf b ON a.case_id = b.case_id AND a.seq = b.seq + 1
          WHERE a.idx < b.idx) AS ordered FROM leaf`);
    const { size, last, count, ordered } = log.rows[0]!;
    expect(size).toBe(before + BigInt(total));
    expect([count, last]).toEqual([size, size - 1n]);
    expect(ordered).toBe(true);
    const head = await readLogHead(database.writer);
    const checkpoint = parseCheckpoint(verifyNote(head!.checkpoint, [key])!.text);
    expect(checkpoint?.size).toBe(size);
    const receipt = await receiptFor(database.writer, caseIds[7]!, 3);
    if (receipt.status !== "in-log") throw new Error("no receipt");
    expect(checkReceipt(receipt.text, receipt.digest, { log: key }, sha256)).toBeUndefined();
    let placed = 0;
    for (const name of parties) {
      let after = 0n;
      const lastSeq = new Map<string, number>();
      for (;;) {
        const page = await partyNotifications(database.writer, name, { after, limit: 500 });
        for (const row of page.items) {
          after += 1n;
          expect(row.position).toBe(after);
          expect(row.seq).toBeGreaterThan(lastSeq.get(row.case_id) ?? 0);
          lastSeq.set(row.case_id, row.seq);
          placed += 1;
        }
        if (page.next === undefined) break;
      }
    }
    expect(placed).toBe(total * 2);
  });

  test("a command with notifications and no leaf still takes its place in the order", async () => {
    const sequencer = new Sequencer(database.writerPool, { signer: key });
    const name = `PARTY-${newCaseId()}`;
    const branch = sampleBranch({ leaves: [], notifications: [party(name), party(name)] });
    await queue.submit({ ...sampleCommit(), branches: { granted: branch } });
    expect(await sequencer.runOnce()).toEqual({ leader: true, leaves: 0, notifications: 2 });
    const page = await partyNotifications(database.writer, name, { limit: 10 });
    expect(page.items.map((row) => [row.position, row.seq])).toEqual([
      [1n, 1],
      [2n, 2],
    ]);
  });

  test("a promise is readable with the log's key only", () => {
    const caseId = newCaseId();
    const hash = Buffer.from(sha256(Buffer.from("x"))).toString("base64url");
    const leaf = { caseId, seq: 1, leafHash: hash, at: new Date(AT) };
    const jws = signPromise(leaf, key, 60);
    const at = Date.parse(AT) / 1_000;
    expect(readPromise(jws, key)).toMatchObject({ log: key.name, caseId, seq: 1, at });
    const other = logKey(key.name, generateKeyPairSync("ed25519").privateKey);
    expect(readPromise(jws, other)).toBeUndefined();
    expect(readPromise(`${jws.slice(0, -4)}AAAA`, key)).toBeUndefined();
  });
});
