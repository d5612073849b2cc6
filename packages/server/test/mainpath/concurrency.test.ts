/** Many at once: no two commands both win, no retry makes a second case, no sequence has a gap. */
import { encodeXml } from "@customhouse/messages";
import { declaration } from "@customhouse/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xaMessages } from "../../../../countries/xa/src/messages.ts";
import type { ActResult } from "../../src/rooms/declarations/contract.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM = { subject: "test", role: "system" } as const;
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core.stop());

function message(lrn: string): Uint8Array {
  const meat = { commodity: "02023000", description: "Frozen beef" };
  return new TextEncoder().encode(
    encodeXml(declaration({ lrn, items: [{}, meat] }), "declaration", xaMessages),
  );
}

async function lodge(): Promise<string> {
  counter += 1;
  const result = await core.declarations.lodge(SYSTEM, message(`C-${counter}`), {});
  if (result.status !== "lodged") throw new Error(result.message);
  return result.caseId;
}

async function soundCase(caseId: string): Promise<void> {
  const found = (await core.cases.byId(caseId))?.case;
  const events = await core.rooms.declarations.store.events(caseId, 5000);
  expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index + 1));
  expect(events.length).toBe(found?.eventCount);
  const told = await core.rooms.notifications.notifications.ofCase(caseId);
  expect(told.map((entry) => entry.seq)).toEqual(told.map((_entry, index) => index + 1));
}

describe("commands at once on one case", () => {
  it("one wins each version; the others are told and lose nothing", async () => {
    const caseId = await lodge();
    const queries = Array.from({ length: 24 }, (_value, index) =>
      core.declarations.act(SYSTEM, caseId, { type: "RaiseQuery", text: `question ${index}` }),
    );
    const results = await Promise.all(queries);
    const done = results.filter((result) => result.status === "done").length;
    const lost = results.filter(
      (result) => result.status === "refused" && result.code === "CH8105",
    ).length;
    expect(done).toBeGreaterThan(0);
    expect(done + lost).toBe(24);
    const found = (await core.cases.byId(caseId))?.case;
    expect(found?.queries.length).toBe(done);
    await soundCase(caseId);
  });

  it("verdicts at once on one check: each that stands is an event of its own, the last one counts", async () => {
    const caseId = await lodge();
    const checkId = (await core.cases.byId(caseId))?.case.checks[0]?.id ?? "";
    const results = await Promise.all(
      Array.from({ length: 12 }, (_value, index) => (index % 2 === 0 ? "H01" : "N02")).map(
        (decision) =>
          core.declarations.act(SYSTEM, caseId, { type: "DecideAgencyCheck", checkId, decision }),
      ),
    );
    const done = results.filter((result) => result.status === "done").length;
    const lost = results.filter(
      (result) => result.status === "refused" && result.code === "CH8105",
    ).length;
    expect(done).toBeGreaterThan(0);
    expect(done + lost).toBe(12);
    const decided = (await core.rooms.declarations.store.events(caseId, 5000)).filter(
      (event) => event.type === "AgencyDecided",
    );
    expect(decided).toHaveLength(done);
    const check = (await core.cases.byId(caseId))?.case.checks[0];
    expect(decided.at(-1)?.body).toMatchObject({ decision: check?.decision });
    await soundCase(caseId);
  });

  it("an act with an idempotency key is done once, however often it is sent", async () => {
    const caseId = await lodge();
    const send = (): Promise<ActResult> =>
      core.declarations.act(
        SYSTEM,
        caseId,
        { type: "RaiseQuery", text: "once" },
        { idempotencyKey: `k-${caseId}` },
      );
    await send();
    const again = await Promise.all([send(), send(), send()]);
    expect(again.every((result) => result.status === "done")).toBe(true);
    expect((await core.cases.byId(caseId))?.case.queries).toHaveLength(1);
    const other = await core.declarations.act(
      SYSTEM,
      caseId,
      { type: "RaiseQuery", text: "other" },
      { idempotencyKey: `k-${caseId}` },
    );
    expect(other).toMatchObject({ status: "refused", code: "CH8107" });
  });
});

describe("submissions", () => {
  it("for any number of retries at once: one case, the same answer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 20 }), async (times) => {
        counter += 1;
        const bytes = message(`R-${counter}`);
        const results = await Promise.all(
          Array.from({ length: times }, () => core.declarations.lodge(SYSTEM, bytes, {})),
        );
        const cases = results.map((result) =>
          result.status === "lodged" ? result.caseId : result.code,
        );
        expect(new Set(cases).size).toBe(1);
        expect(
          results.filter((result) => result.status === "lodged" && !result.replayed),
        ).toHaveLength(1);
      }),
      { numRuns: 12 },
    );
  });
});
