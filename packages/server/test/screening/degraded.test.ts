/** Screening that does not answer: the declaration goes on without it, says so, and is looked at as soon as it can be. */

import { rule } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoredAnswers } from "../../src/rooms/screening/live/stored-answers.ts";
import { activeLists } from "../../src/rooms/screening/store/prepared.ts";
import { ScreeningThread } from "../../src/rooms/screening/thread/thread.ts";
import { ThreadOrStored } from "../../src/rooms/screening/thread/thread-or-stored.ts";
import { startTestCore } from "../support/core.ts";
import { putInForce } from "../support/policies.ts";
import { listInForce, lodgeNaming, screened } from "../support/screening.ts";

let core: Awaited<ReturnType<typeof startTestCore>>;

beforeAll(async () => {
  core = await startTestCore();
  await putInForce(
    core,
    rule({
      id: "LISTED",
      scope: "declaration",
      when: "declaration.screeningHits > 0",
      lane: "red",
    }),
  );
});
afterAll(() => core?.stop());

const unscreened = async () => (await core.telemetry.metrics.unscreened.get()).values[0]?.value;

describe("screening", () => {
  it("asks nobody and starts nothing while no list is in force", async () => {
    const { extras } = await lodgeNaming(core, { lrn: "S-0", exporter: "Ivan Petrov" });
    expect(extras.screening).toBeUndefined();
    expect(core.screeningThread.thread()).toBeUndefined();
    expect(await core.rooms.screening.records.rescreening()).toMatchObject({
      parties: 0,
      ready: true,
    });
  });

  it("says how many are like an entry, and remembers whom it was asked about", async () => {
    await listInForce(core, "1", "Ivan Petrov", "Ocean Falcon");
    const found = await lodgeNaming(core, { lrn: "S-1", exporter: "Ivan Petrov" });
    expect(found).toMatchObject({ lane: "red", extras: { screening: { hits: 1, bestScore: 1 } } });
    const other = await lodgeNaming(core, { lrn: "S-2", exporter: "Greta Sommer" });
    expect(other).toMatchObject({ lane: "green", extras: { screening: { hits: 0 } } });
  });

  it("goes on without an answer when its thread is gone, and catches up when it is back", async () => {
    const counted = (await unscreened()) ?? 0;
    await core.screeningThread.thread()?.stop();
    const known = await lodgeNaming(core, { lrn: "S-3", exporter: "Ivan Petrov" });
    expect(known).toMatchObject({ lane: "red", extras: { screening: { hits: 1 } } });
    const fresh = await lodgeNaming(core, { lrn: "S-4", exporter: "Ivan Pietrov" });
    expect(fresh).toMatchObject({ lane: "green" });
    expect(fresh.extras.screening).toBeUndefined();
    expect(await unscreened()).toBe(counted + 1);
    await eventually(
      () => core.rooms.screening.records.hits({ limit: 10 }),
      (hits) =>
        [known, fresh].every(({ caseId }) => hits.some((hit) => hit.caseIds.includes(caseId))),
    );
    await screened(core);
    const again = await lodgeNaming(core, { lrn: "S-5", exporter: "Ivan Pietrov" });
    expect(again).toMatchObject({ lane: "red", extras: { screening: { hits: 1 } } });
  });

  it("has no answer for more than can wait, and keeps answering the others", async () => {
    const party = { party: { id: "x", name: "Ivan Petrov" }, digest: "x" };
    const asked = Array.from({ length: 1_500 }, () =>
      core.screeningThread.ask([party], "2026-03-02"),
    );
    const answers = (await Promise.all(asked)).map(([matches]) => matches?.length);
    expect(answers.slice(1_000)).toEqual(Array.from({ length: 500 }, () => undefined));
    expect(answers[0]).toBe(1);
    const [after] = await core.screeningThread.ask([party], "2026-03-02");
    expect(after).toHaveLength(1);
  });

  it("takes names that are hostile", async () => {
    for (const [at, exporter] of [
      "\u0000Ivan\u0000Petrov\u0007",
      "Ivan Petrov\ud800",
      "💥".repeat(35),
    ].entries())
      await lodgeNaming(core, { lrn: `S-HOSTILE-${at}`, exporter }).catch(() => undefined);
    const after = await lodgeNaming(core, { lrn: "S-6", exporter: "Ivan  PETROV" });
    expect(after.lane).toBe("red");
    await eventually(
      () => core.rooms.screening.records.hits({ limit: 10 }),
      (hits) => hits.some(({ caseIds }) => caseIds.includes(after.caseId)),
    );
  });

  it("does not call clean who has no name that could be compared, and says what it found of others", async () => {
    const counted = (await unscreened()) ?? 0;
    for (const lrn of ["S-7", "S-8"]) {
      const nameless = await lodgeNaming(core, { lrn, exporter: "!!!" });
      expect(nameless.extras.screening).toBeUndefined();
    }
    expect(await unscreened()).toBe(counted + 2);
    const ship = { imo: "9074729", name: "Ocean Falcon" };
    const found = await lodgeNaming(core, { lrn: "S-9", exporter: "???", ship });
    expect(found).toMatchObject({ lane: "red", extras: { screening: { hits: 1 } } });
    // Nothing waits for an answer that cannot come.
    await screened(core);
  });

  it("answers from what is stored while its thread comes up", async () => {
    const thread = new ScreeningThread({ databaseUrl: core.database.url, log: () => undefined });
    const pool = core.database.writerPool;
    const answers = new ThreadOrStored(thread, new StoredAnswers(pool, () => undefined));
    answers.use(await activeLists(pool));
    const { rows } = await pool.query(
      "SELECT digest, body AS party FROM screening_party WHERE body ->> 'name' = 'Ivan Petrov'",
    );
    const unknown = { digest: "none", party: { id: "none", name: "Ivan Petrov" } };
    expect(answers.isReady()).toBe(false);
    const early = await answers.ask([rows[0], unknown], "2026-03-02");
    expect(early.map((matches) => matches?.length)).toEqual([1, undefined]);
    await eventually(async () => answers.isReady(), Boolean);
    const late = await answers.ask([rows[0], unknown], "2026-03-02");
    expect(late.map((matches) => matches?.length)).toEqual([1, 1]);
    await answers.stop();
  });

  it("answers from what is stored where there is no thread", async () => {
    const stored = new StoredAnswers(core.database.writerPool, () => undefined);
    stored.use(await activeLists(core.database.writerPool));
    const { rows } = await core.database.writerPool.query(
      "SELECT digest, body AS party FROM screening_party WHERE body ->> 'name' IN ('Ivan Petrov', 'Greta Sommer') ORDER BY body ->> 'name'",
    );
    const unknown = { digest: "none", party: { id: "none", name: "Ivan Petrov" } };
    const [greta, ivan, none] = await stored.ask([...rows, unknown]);
    expect([greta?.length, ivan?.length, none]).toEqual([0, 1, undefined]);
  });
});
