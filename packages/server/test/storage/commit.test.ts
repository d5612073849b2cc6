import type { Lane } from "@customhouse/model";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCase, loadCaseByLrn } from "../../src/platform/cases/case-rows.ts";
import { type CommitQueue, createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { ownTable } from "../../src/platform/commit/own-table.ts";
import type { CommitResult, Committed } from "../../src/platform/commit/types.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import { readEvents, readPayload } from "../../src/rooms/declarations/store/history.ts";
import { searchCases } from "../../src/rooms/declarations/store/search.ts";
import { openAccounts, readBalance } from "../../src/rooms/ledger/store/ledger.ts";
import { caseNotifications } from "../../src/rooms/notifications/store/notifications.ts";
import {
  AT,
  sampleBranch,
  sampleCommit,
  sampleLrn,
  sampleOwn,
  sampleRow,
  sha256,
} from "./sample.ts";
import { servers } from "./servers.ts";

/** When an LRN is free again. */
const LATER = "2026-12-24T10:00:00.000Z";

const committed = (result: CommitResult): Committed => {
  if (result.status !== "committed") throw new Error(`not committed: ${JSON.stringify(result)}`);
  return result;
};

describe.each(servers)("commit queue on %s PostgreSQL", (server) => {
  let database: TestDatabase;
  let queue: CommitQueue;
  beforeAll(async () => {
    database = await withDatabase({ server });
    queue = createCommitQueue({ url: database.ownerUrl, writers: 3 });
  });
  afterAll(async () => {
    await queue?.close();
    await database?.drop();
  });

  test("a commit writes every part of the outcome", async () => {
    const request = sampleCommit();
    const result = committed(await queue.submit(request));
    expect(result).toMatchObject({ actCount: 1, branch: "granted", eventSeqs: [1], leafSeqs: [1] });
    const db = database.writer;
    const row = await loadCase(db, request.caseId);
    expect(row).toMatchObject({ version: 1, holder: "XATRADER1", submitted_at: AT });
    expect(row?.snapshot).toEqual(request.row.snapshot);
    expect(await loadCaseByLrn(db, "XATRADER1", sampleLrn(request.caseId))).toMatchObject({
      version: 1,
    });
    expect(await readEvents(db, request.caseId)).toMatchObject([
      { seq: 1, type: "declaration.submitted", body: { n: 1 }, legal_at: AT },
    ]);
    expect(await caseNotifications(db, request.caseId)).toMatchObject([{ seq: 1, position: null }]);
    const payload = request.branches.granted.payloads[0]!;
    const stored = await readPayload(db, request.caseId, payload.digest);
    expect(Buffer.from(stored!.content).equals(Buffer.from(payload.content))).toBe(true);
    const pending = await database.writerPool.query(
      "SELECT seq, digest, parties FROM pending_leaf WHERE case_id = $1",
      [request.caseId],
    );
    expect(pending.rows).toMatchObject([{ seq: 1, parties: ["XATRADER1"] }]);
  });

  test("numbers continue without gaps over acts, and deadlines are replaced", async () => {
    const request = sampleCommit();
    const { caseId } = request;
    committed(await queue.submit(request));
    for (let acts = 1; acts <= 5; acts += 1) {
      const deadlines = acts % 2 === 0 ? [{ kind: "payment", dueAt: AT }] : [];
      const next = committed(
        await queue.submit({
          ...sampleCommit({ caseId }),
          expectedActCount: acts,
          branches: { granted: sampleBranch({ deadlines }) },
        }),
      );
      expect(next).toMatchObject({ actCount: acts + 1, notificationSeqs: [acts + 1] });
      const left = await database.writer
        .selectFrom("deadline")
        .selectAll()
        .where("case_id", "=", caseId)
        .execute();
      expect(left.map((row) => row.kind)).toEqual(deadlines.map((item) => item.kind));
    }
    const events = await readEvents(database.writer, caseId);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("of commands racing on one case exactly one wins, the others are told", async () => {
    const first = sampleCommit();
    const { caseId } = first;
    committed(await queue.submit(first));
    const racers = Array.from({ length: 20 }, () =>
      queue.submit({ ...sampleCommit({ caseId }), expectedActCount: 1 }),
    );
    const results = await Promise.all(racers);
    expect(results.filter((result) => result.status === "committed")).toHaveLength(1);
    expect(results.filter((result) => result.status === "act-conflict")).toHaveLength(19);
    expect(results.find((result) => result.status === "act-conflict")).toEqual({
      status: "act-conflict",
      actCount: 2,
    });
    expect(await queue.submit({ ...sampleCommit(), expectedActCount: 3 })).toEqual({
      status: "act-conflict",
      actCount: null,
    });
    expect(await queue.submit(sampleCommit({ caseId }))).toMatchObject({
      status: "act-conflict",
    });
  });

  test("two queues racing over the same cases lose nothing and never deadlock", async () => {
    const other = createCommitQueue({ url: database.ownerUrl, writers: 3, maxBatch: 20 });
    const cases = Array.from({ length: 40 }, () => newCaseId());
    await Promise.all(cases.map((caseId) => queue.submit(sampleCommit({ caseId }))));
    let wins = 0;
    const bump = async (via: CommitQueue, caseId: string) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const row = await loadCase(database.writer, caseId);
        const request = { ...sampleCommit({ caseId }), expectedActCount: row!.version };
        const result = await via.submit(request);
        if (result.status === "committed") {
          wins += 1;
          return;
        }
        expect(result.status).toBe("act-conflict");
      }
      throw new Error("never won");
    };
    const shuffled = [...cases].reverse();
    await Promise.all([
      ...cases.flatMap((id) => [bump(queue, id), bump(queue, id)]),
      ...shuffled.flatMap((id) => [bump(other, id), bump(other, id)]),
    ]);
    await other.close();
    expect(wins).toBe(160);
    for (const caseId of cases) {
      expect((await loadCase(database.writer, caseId))?.version).toBe(5);
      const events = await readEvents(database.writer, caseId);
      expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
    }
  });

  test("the same idempotency key replays the answer; another request under it is refused", async () => {
    const key = { scope: "XATRADER1", key: newCaseId(), requestDigest: sha256(Buffer.from("a")) };
    const response = { mrn: "26XA1", nested: { ok: true } };
    const submit = (digest: string, caseId = newCaseId()) =>
      queue.submit({
        ...sampleCommit({ caseId }),
        idempotency: { ...key, requestDigest: sha256(Buffer.from(digest)), response },
      });
    const results = await Promise.all(Array.from({ length: 10 }, () => submit("a")));
    const winner = committed(results.find((result) => result.status === "committed")!);
    const replays = results.filter((result) => result.status === "idempotent-replay");
    expect(replays).toHaveLength(9);
    expect(replays[0]).toEqual({
      status: "idempotent-replay",
      caseId: winner.caseId,
      branch: "granted",
      response,
    });
    expect(await submit("b")).toMatchObject({ status: "idempotency-mismatch" });
  });

  test("a loser gives its idempotency key and LRN back", async () => {
    const first = sampleCommit();
    committed(await queue.submit(first));
    const lrn = `L-${first.caseId.slice(-8)}`;
    const claims = {
      idempotency: {
        scope: "s",
        key: first.caseId,
        requestDigest: sha256(Buffer.from("x")),
        response: 1,
      },
      lrnClaim: { declarant: "D", lrn, at: AT, until: LATER },
    };
    const stale = { ...sampleCommit({ caseId: first.caseId }), expectedActCount: 9, ...claims };
    expect(await queue.submit(stale)).toMatchObject({ status: "act-conflict" });
    committed(await queue.submit({ ...stale, expectedActCount: 1 }));
  });

  test("an LRN is unique per declarant until its time is over", async () => {
    const lrn = `LRN-${newCaseId().slice(-8)}`;
    const claim = (at: string, declarant = "XA1") =>
      queue.submit({ ...sampleCommit(), lrnClaim: { declarant, lrn, at, until: LATER } });
    const results = await Promise.all(Array.from({ length: 6 }, () => claim(AT)));
    const winner = committed(results.find((result) => result.status === "committed")!);
    expect(results.filter((result) => result.status === "duplicate-lrn")).toHaveLength(5);
    expect(await claim(AT)).toEqual({ status: "duplicate-lrn", caseId: winner.caseId });
    committed(await claim(AT, "XA2"));
    committed(await claim(LATER));
  });

  test("reservations never pass the floor and choose the branch", async () => {
    const account = `quota-${newCaseId()}`;
    await openAccounts(database.writer, [{ account, unit: "kg", amount: 1_000n }]);
    const refused = sampleBranch({
      events: [{ type: "quota.exhausted", v: 1, body: {}, legalAt: AT, knownAt: AT }],
    });
    const submit = () => {
      const caseId = newCaseId();
      return queue.submit({
        ...sampleCommit({ caseId }),
        branches: {
          granted: sampleBranch(),
          refused: () => ({
            ...refused,
            row: sampleRow(caseId, { own: sampleOwn(caseId, { debt: "blocked" }) }),
          }),
        },
        reservations: [{ account, unit: "kg", amountMinor: 30n }],
      });
    };
    const results = (await Promise.all(Array.from({ length: 50 }, submit))).map(committed);
    expect(results.filter((result) => result.branch === "granted")).toHaveLength(33);
    expect(await readBalance(database.writer, account, "kg")).toEqual({ amount: 10n, floor: 0n });
    const loser = results.find((result) => result.branch === "refused")!;
    expect(await ownColumns(loser.caseId)).toMatchObject({ debt_state: "blocked" });
    expect(
      await queue.submit({
        ...sampleCommit(),
        reservations: [
          { account, unit: "kg", amountMinor: 5n },
          { account, unit: "kg", amountMinor: 6n },
        ],
      }),
    ).toEqual({ status: "reservation-refused", account, unit: "kg" });
    committed(
      await queue.submit({
        ...sampleCommit(),
        reservations: [{ account, unit: "kg", amountMinor: -20n }],
      }),
    );
    expect((await readBalance(database.writer, account, "kg"))?.amount).toBe(30n);
  });

  const ownColumns = (caseId: string) =>
    database.writer
      .selectFrom("declaration")
      .selectAll()
      .where("case_id", "=", caseId)
      .executeTakeFirst();

  test("a sort of case that nobody has thought of yet brings its own table, or none", async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`CREATE TABLE enquiry (case_id uuid PRIMARY KEY, subject text, answers int, asked timestamptz, body jsonb);
      GRANT SELECT, INSERT, UPDATE ON enquiry TO customhouse_writer`);
    const enquiry = ownTable("enquiry", {
      subject: "text",
      answers: "int",
      asked: "timestamptz",
      body: "jsonb",
    });
    const caseId = newCaseId();
    const own = (answers: number) =>
      enquiry({ subject: null, answers, asked: AT, body: [answers] });
    const row = (answers: number) =>
      sampleRow(caseId, { sort: "enquiry", state: "asked", own: own(answers) });
    const first = sampleCommit({ caseId, row: row(0) });
    const bare = sampleCommit();
    const others = [
      sampleCommit(),
      { ...bare, row: { ...bare.row, sort: "remark", own: undefined } },
    ];
    for (const result of await Promise.all([first, ...others].map((one) => queue.submit(one)))) {
      committed(result);
    }
    committed(await queue.submit(sampleCommit({ caseId, expectedActCount: 1, row: row(2) })));
    const { rows } = await owner.query("SELECT * FROM enquiry");
    expect(rows).toEqual([
      { case_id: caseId, subject: null, answers: 2, asked: new Date(AT), body: [2] },
    ]);
    expect(await loadCase(database.writer, caseId)).toBeUndefined();
    expect(await ownColumns(bare.caseId)).toBeUndefined();
    await owner.query("DROP TABLE enquiry");
    await owner.end();
  });

  test("one impossible request does not fail its neighbours", async () => {
    const bad = sampleCommit();
    const broken = { ...bad, row: { ...bad.row, submittedAt: "not a time" } };
    const clash = newCaseId();
    const twice = () => {
      const request = sampleCommit();
      return queue.submit({ ...request, row: { ...request.row, number: `MRN-${clash}` } });
    };
    const settled = await Promise.allSettled([
      queue.submit(sampleCommit()),
      queue.submit(broken),
      twice(),
      queue.submit(sampleCommit()),
      twice(),
    ]);
    const outcomes = settled.map((item) =>
      item.status === "fulfilled" ? item.value.status : "thrown",
    );
    expect(outcomes.slice(0, 2)).toEqual(["committed", "thrown"]);
    expect(outcomes[3]).toBe("committed");
    expect([outcomes[2], outcomes[4]].sort()).toEqual(["committed", "thrown"]);
  });

  test("a full queue answers busy at once", async () => {
    const small = createCommitQueue({ url: database.ownerUrl, writers: 1, maxQueue: 5 });
    const results = await Promise.all(
      Array.from({ length: 50 }, () => small.submit(sampleCommit())),
    );
    await small.close();
    const busy = results.filter((result) => result.status === "busy");
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]).toEqual({ status: "busy", retryAfterSeconds: 1 });
    expect(results.length - busy.length).toBeGreaterThanOrEqual(5);
  });

  test("search pages by keyset, newest first, each case once", async () => {
    const declarant = `XS${newCaseId().slice(-10)}`;
    for (let index = 0; index < 25; index += 1) {
      const request = sampleCommit();
      const lane: Lane = index % 5 === 0 ? "red" : "green";
      const own = sampleOwn(request.caseId, { lane, lrn: `SEARCH_${index}%` });
      const row = { ...request.row, holder: declarant, own };
      committed(await queue.submit({ ...request, row }));
    }
    const scope = { kind: "declarants", ids: [declarant] } as const;
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const found = await database.readAs(scope, (db) =>
        searchCases(db, scope, {}, { after, limit: 10 }),
      );
      seen.push(...found.items.map((row) => row.case_id));
      after = found.next;
      if (after === undefined) break;
    }
    expect(seen).toHaveLength(25);
    expect(seen).toEqual([...seen].sort().reverse());
    const count = async (filter: Parameters<typeof searchCases>[2]) =>
      database.readAs(
        scope,
        async (db) => (await searchCases(db, scope, filter, { limit: 100 })).items.length,
      );
    expect(await count({ lane: "red" })).toBe(5);
    expect(await count({ text: "SEARCH_1" })).toBe(11);
    expect(await count({ text: "SEARCH_1%" })).toBe(1);
    expect(await count({ text: "SEARCHX" })).toBe(0);
    const hour = 3_600_000;
    const at = (offset: number) => new Date(Date.now() + offset).toISOString();
    expect(await count({ from: at(-hour), to: at(hour) })).toBe(25);
    expect(await count({ to: at(-hour) })).toBe(0);
  });
});
