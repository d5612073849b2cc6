import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCase } from "../../src/platform/cases/case-rows.ts";
import { type CommitQueue, createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { type DueDeadline, runDue, takeDue } from "../../src/platform/jobs/take-due.ts";
import { sampleBranch, sampleCommit } from "./sample.ts";
import { servers } from "./servers.ts";

const eachOf = (run: (deadline: DueDeadline) => Promise<void>) => (due: readonly DueDeadline[]) =>
  Promise.allSettled(due.map(run));

describe.each(servers)("deadlines on %s PostgreSQL", (server) => {
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
  const at = (minute: number) => new Date(Date.UTC(2030, 0, 1, 0, minute));
  const lodge = async (minutes: number[]) => {
    const deadlines = minutes.map((minute) => ({
      kind: `k${minute}`,
      dueAt: at(minute).toISOString(),
    }));
    const request = { ...sampleCommit(), branches: { granted: sampleBranch({ deadlines }) } };
    await queue.submit(request);
    return request.caseId;
  };

  test("only the injected clock makes a deadline due, earliest first, each taken once", async () => {
    const caseIds = [];
    for (let index = 0; index < 40; index += 1) caseIds.push(await lodge([10 + index, 500]));
    const pool = database.writerPool;
    expect(await takeDue(pool, at(9), 100)).toEqual([]);
    const workers = Array.from({ length: 6 }, () => takeDue(pool, at(49), 7));
    const taken = (await Promise.all(workers)).flat();
    const rest = await takeDue(pool, at(49), 100);
    const all = [...taken, ...rest].map((item) => `${item.caseId}/${item.kind}`);
    expect(new Set(all).size).toBe(40);
    expect(all).toHaveLength(40);
    expect(rest.map((item) => item.dueAt)).toEqual(rest.map((item) => item.dueAt).sort());
    expect(await takeDue(pool, at(49), 100)).toEqual([]);
  });

  test("a run command removes its deadline; a failed one leaves it for later", async () => {
    const pool = database.writerPool;
    await pool.query("DELETE FROM deadline");
    const good = await lodge([1]);
    const bad = await lodge([2]);
    const again = await lodge([3]);
    const ran: string[] = [];
    const count = await runDue(pool, {
      now: at(5),
      limit: 10,
      run: eachOf(async (deadline) => {
        ran.push(deadline.caseId);
        if (deadline.caseId === bad) throw new Error("not now");
        // The command may set the next deadline of the same kind.
        const deadlines =
          deadline.caseId === again ? [{ kind: "k3", dueAt: at(60).toISOString() }] : [];
        const row = await loadCase(database.writer, deadline.caseId);
        const request = sampleCommit({ caseId: deadline.caseId });
        const branches = { granted: sampleBranch({ deadlines }) };
        await queue.submit({ ...request, expectedActCount: row!.version, branches });
      }),
    });
    expect(count).toBe(3);
    expect(new Set(ran)).toEqual(new Set([good, bad, again]));
    const left = await pool.query("SELECT case_id, claimed_until IS NULL AS free FROM deadline");
    expect(left.rows).toEqual(
      expect.arrayContaining([
        { case_id: bad, free: false },
        { case_id: again, free: true },
      ]),
    );
    expect(left.rows).toHaveLength(2);
    expect(await takeDue(pool, at(5), 10)).toEqual([]);
    await pool.query("UPDATE deadline SET claimed_until = '-infinity' WHERE case_id = $1", [bad]);
    expect(await takeDue(pool, at(5), 10)).toMatchObject([{ caseId: bad, attempt: 2 }]);
  });
});
