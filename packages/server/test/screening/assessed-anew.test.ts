/** What screening learns after a lane was taken: the declaration is assessed anew and may only be asked for more. */
import { type Lane, utcDay } from "@customhouse/model";
import type { Rule } from "@customhouse/risk/rules";
import { actOnHit as acted } from "@customhouse/screening/hits";
import { rule } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { screenOpenDeclarations } from "../../src/rooms/screening/jobs/screen-open-declarations.ts";
import { nameOfLists } from "../../src/rooms/screening/live/answers.ts";
import {
  LiveScreening,
  type LiveScreeningOptions,
} from "../../src/rooms/screening/live/live-screening.ts";
import { startTestCore } from "../support/core.ts";
import { putInForce } from "../support/policies.ts";
import { type Lodged, listInForce, lodgeNaming, screened } from "../support/screening.ts";
import { traderSees } from "../support/trader-sees.ts";

type TestCore = Awaited<ReturnType<typeof startTestCore>>;
const TRADER: Actor = { subject: "t", role: "trader", tin: "XA1000001" };
const SYSTEM: Actor = { subject: "s", role: "system" };
const EXPORTER = "Zelenograd Turbine Works";

const listed = (parts: Partial<Rule> = {}) =>
  rule({
    id: "LISTED",
    scope: "declaration",
    when: "declaration.screeningHits > 0",
    lane: "red",
    controls: ["physical"],
    ...parts,
  });

let core: TestCore;
beforeEach(async () => {
  core = await startTestCore();
});
afterEach(() => core?.stop());

const goOn = () => passAllDue(core.database, core, core.country, core.clock, () => undefined);
const lanes = async ({ caseId }: Lodged) =>
  (await core.rooms.declarations.store.events(caseId, 200))
    .filter(({ type }) => type === "LaneAssigned")
    .map(
      ({ body }) => body as { lane: Lane; basis: string; probability: number; criteria: string[] },
    );
const caseOf = async ({ mrn }: Lodged) => (await core.cases.byMrn(mrn))!.case;
const newsLeft = async () =>
  (await core.database.writerPool.query("SELECT * FROM case_news")).rows.length;

/** Accepted, and held by a question, so that the stand-by does not let it go. */
async function held(lrn: string, exporter = EXPORTER): Promise<Lodged> {
  const lodged = await lodgeNaming(core, { lrn, exporter }, TRADER);
  const asked = await core.declarations.act(SYSTEM, lodged.caseId, {
    type: "RaiseQuery",
    text: "?",
  });
  expect(asked.status).toBe("done");
  return lodged;
}

/** What acts, and the first turn after a first list, leave to be stored is, within half a second. */
async function kept({ caseId }: Lodged): Promise<void> {
  const { writerPool } = core.database;
  await eventually(
    () => writerPool.query("SELECT FROM filing_party WHERE case_id = $1", [caseId]),
    ({ rowCount }) => (rowCount ?? 0) > 0,
  );
}

describe("a declaration under customs control", () => {
  it("is assessed anew when the first list, or a changed one, names a party of it", async () => {
    await putInForce(core, listed());
    const [first, second] = [await held("A-1"), await held("A-2")];
    const other = await held("A-3", "Greta Sommer");
    await listInForce(core, "1", "Somebody Else");
    expect(await goOn()).toBe(0);
    for (const lodged of [first, second, other]) await kept(lodged);
    await listInForce(core, "2", "Somebody Else", EXPORTER);
    await goOn();
    for (const lodged of [first, second]) {
      const [before, after, ...more] = await lanes(lodged);
      expect(more).toEqual([]);
      expect(before).toMatchObject({ lane: "green" });
      expect(after).toMatchObject({ lane: "red", basis: "criteria", criteria: ["LISTED"] });
      expect(after?.probability).toBe(before?.probability);
      expect(await caseOf(lodged)).toMatchObject({ lane: "red", control: "controlled" });
    }
    expect(await lanes(other)).toHaveLength(1);
    expect(await newsLeft()).toBe(0);
    // Again and again changes nothing.
    const events = (await caseOf(first)).eventCount;
    expect(await goOn()).toBe(0);
    const anew = await core.declarations.act(SYSTEM, first.caseId, { type: "Reassess" });
    expect(anew).toMatchObject({ status: "refused", code: "CH3003" });
    expect((await caseOf(first)).eventCount).toBe(events);
  });

  it("that cannot be read keeps none of the others from being found by the first list", async () => {
    const [broken, other] = [await held("N-1"), await held("N-2")];
    await listInForce(core, "1", "Somebody Else");
    const screenParties = async (caseId: string) => {
      if (caseId === broken.caseId) throw new Error("not readable");
      await core.declarations.screenParties(caseId);
    };
    const told: string[] = [];
    await screenOpenDeclarations(core.database, { ...core.declarations, screenParties }, (line) =>
      told.push(line),
    );
    await kept(other);
    expect(told).toEqual([expect.stringContaining("not readable")]);
  });

  it("is assessed anew once there is the answer that it had gone on without", async () => {
    await putInForce(core, listed());
    await listInForce(core, "1", EXPORTER);
    await core.screeningThread.thread()?.stop();
    const lodged = await held("B-1");
    expect(lodged).toMatchObject({ lane: "green", extras: {} });
    const asked = await core.declarations.act(SYSTEM, lodged.caseId, { type: "Reassess" });
    if (asked.status === "refused") expect(["CH8136", "CH3003"]).toContain(asked.code);
    await screened(core);
    await goOn();
    expect((await lanes(lodged)).map(({ lane }) => lane)).toEqual(["green", "red"]);
  });

  it("waits for an answer about a party that is written otherwise by now, and has it given", async () => {
    await putInForce(core, listed());
    await listInForce(core, "1", "Somebody Else");
    const lodged = await held("W-1");
    const { writerPool } = core.database;
    // As if the register had another name for it, which nobody has screened.
    await writerPool.query("DELETE FROM screening_party");
    await core.screeningThread.thread()?.stop();
    await writerPool.query(
      "INSERT INTO case_news (case_id, trigger, reference) VALUES ($1, 'screening', 'p')",
      [lodged.caseId],
    );
    await eventually(
      async () => {
        await goOn();
        return newsLeft();
      },
      (left) => left === 0,
    );
    expect(await lanes(lodged)).toHaveLength(1);
    const { rows } = await writerPool.query("SELECT * FROM screening_waiting");
    expect(rows).toEqual([]);
  });

  it("shows its trader nothing of a likeness that asks for no more, and then a control alone", async () => {
    await putInForce(core, listed({ weight: 10 }));
    const lodged = await held("T-1");
    const before = await traderSees(core, lodged);
    await listInForce(core, "1", EXPORTER);
    await goOn();
    await kept(lodged);
    await screened(core);
    await goOn();
    expect(await newsLeft()).toBe(0);
    expect(await traderSees(core, lodged)).toEqual(before);
    await putInForce(core, listed());
    await core.database.writerPool.query(
      `INSERT INTO case_news (case_id, trigger, reference)
        SELECT case_id, 'screening', 'x' FROM screening_hit_case WHERE case_id = $1`,
      [lodged.caseId],
    );
    await goOn();
    expect((await caseOf(lodged)).lane).toBe("red");
    const after = await traderSees(core, lodged);
    expect(after).not.toEqual(before);
    for (const answer of after)
      expect(answer).not.toMatch(/LISTED|TEST|screening|"e1"|bestScore|hits|criteria|laneChance/);
  });

  it("keeps its stand-by, and what is ordered already is not ordered twice", async () => {
    await putInForce(core, listed({ controls: ["documentary"], lane: "yellow" }));
    const lodged = await lodgeNaming(core, { lrn: "D-1", exporter: EXPORTER }, TRADER);
    const order = { type: "OrderControl", control: "documentary" } as const;
    await core.declarations.act(SYSTEM, lodged.caseId, order);
    const due = (state: { deadlines: readonly { kind: string; dueAt: string }[] }) =>
      state.deadlines.find(({ kind }) => kind === "stand-by")?.dueAt;
    const before = await caseOf(lodged);
    core.advance(1);
    await listInForce(core, "1", "Somebody Else");
    await goOn();
    await kept(lodged);
    await listInForce(core, "2", EXPORTER);
    await goOn();
    const after = await caseOf(lodged);
    expect(after.lane).toBe("yellow");
    expect(after.tasks).toHaveLength(1);
    expect(due(after)).toBe(due(before));
  });
});

describe("a declaration that was released", () => {
  it("keeps its lane; an officer looks at it, once for each likeness", async () => {
    await putInForce(core, listed());
    const lodged = await lodgeNaming(core, { lrn: "E-1", exporter: EXPORTER }, TRADER);
    core.advance(3_600);
    await goOn();
    expect((await caseOf(lodged)).at.released).toBeDefined();
    await listInForce(core, "1", "Somebody Else");
    const again = await lodgeNaming(core, { lrn: "E-2", exporter: EXPORTER }, TRADER);
    core.advance(3_600);
    await goOn();
    await eventually(
      () => core.rooms.screening.records.rescreening(),
      ({ parties }) => parties > 0,
    );
    const seen = await traderSees(core, again);
    await listInForce(core, "2", EXPORTER);
    await goOn();
    // The last that named the party; the trader reads what it read before.
    expect(await traderSees(core, again)).toEqual(seen);
    expect(await lanes(again)).toHaveLength(1);
    const everything = { kind: "everything" } as const;
    const queue = await core.rooms.declarations.queues.queue(everything, 10);
    expect(queue).toMatchObject([{ caseId: again.caseId, review: true }]);
    const [review, ...more] = await core.rooms.declarations.queues.reviews(again.caseId);
    expect(more).toEqual([]);
    const [hit] = await core.rooms.screening.records.hits({ limit: 10 });
    expect(review?.hitIds).toEqual([hit?.hit.id]);
    const done = { outcome: "audit", by: "officer", at: core.clock().toISOString() } as const;
    expect(await core.rooms.declarations.queues.concludeReviews(again.caseId, done)).toBe(1);
    expect(await core.rooms.declarations.queues.concludeReviews(again.caseId, done)).toBe(0);
    expect(await core.rooms.declarations.queues.queue(everything, 10)).toEqual([]);
    // The same likeness, confirmed by two officers, is known by then.
    for (const [officer, type] of [
      ["o1", "review"],
      ["o2", "confirm"],
    ] as const) {
      const act = { officer, at: done.at, reason: "Same address" };
      await core.rooms.screening.records.changeHit(hit!.hit.id, done.at, (found) =>
        type === "review"
          ? acted(found, { ...act, type, verdict: "true-match" }, utcDay(done.at))
          : acted(found, { ...act, type }, utcDay(done.at)),
      );
    }
    expect(await newsLeft()).toBe(1);
    await goOn();
    expect(await newsLeft()).toBe(0);
    expect(await core.rooms.declarations.queues.queue(everything, 10)).toEqual([]);
  });
});

describe("an answer of screening", () => {
  it("is current where it is whole, and by the lists in force", async () => {
    const lists = [{ list: "TEST", version: "1", digest: "d" }];
    let inForce: typeof lists = [];
    const live = new LiveScreening({
      stored: { activeLists: async () => inForce },
    } as unknown as LiveScreeningOptions);
    const looked = { parties: [], matches: [], unanswered: new Set<string>() };
    const whole = { ...looked, result: { hits: 0 }, lists: nameOfLists(lists) };
    expect(await live.isCurrent(undefined)).toBe(true);
    expect(await live.isCurrent(whole)).toBe(false);
    inForce = lists;
    expect(await live.isCurrent(undefined)).toBe(false);
    expect(await live.isCurrent({ ...whole, unanswered: new Set(["d"]) })).toBe(false);
    // What can never be answered is not waited for.
    expect(await live.isCurrent({ ...looked, lists: nameOfLists(lists) })).toBe(true);
    expect(await live.isCurrent(whole)).toBe(true);
  });
});
