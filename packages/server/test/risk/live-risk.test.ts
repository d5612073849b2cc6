/** Risk on the real main path: rules select, histories are learnt from the log, results count from when they are known. */
import { declaration, rule } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/platform/access/principal.ts";
import { recordFacts } from "../../src/rooms/risk/jobs/record-facts.ts";
import { startTestCore } from "../support/core.ts";
import { putInForce } from "../support/policies.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

async function lodge(commodity = "85171300"): Promise<string> {
  counter += 1;
  const made = declaration({ lrn: `RISK-${counter}`, items: [{ commodity }] });
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged.caseId;
}

async function eventOf(caseId: string, type: string): Promise<Record<string, unknown>> {
  const events = await core.rooms.declarations.store.events(caseId, 100);
  const body = events.findLast((event) => event.type === type)?.body;
  if (body === undefined) throw new Error(`no ${type}`);
  return body as Record<string, unknown>;
}

async function learn(): Promise<void> {
  await core.sequence();
  while ((await recordFacts(core.database.writerPool, core.factSource)) > 0);
  core.advance(3);
  await core.refreshRisk();
}

describe("risk on the main path", () => {
  it("selects by a rule that is in force, and says by which policy", async () => {
    const before = await eventOf(await lodge("85171300"), "LaneAssigned");
    expect(before).toMatchObject({ lane: "green", basis: "none" });
    // Here nothing is left to chance.
    expect(before.run).toEqual({
      ...{ policy: 0, extras: expect.anything(), judged: "green", controlChance: 0 },
    });
    const policy = await putInForce(
      core,
      rule({ id: "PHONES", when: 'item.hs4 == "8517"', lane: "yellow", weight: 100 }),
      rule({ id: "QUIET", when: 'item.hs2 == "85"', mode: "shadow" }),
    );
    const after = await eventOf(await lodge("85171300"), "LaneAssigned");
    expect(after).toMatchObject({ lane: "yellow", basis: "criteria", criteria: ["PHONES"] });
    expect(after.run).toMatchObject({ policy, judged: "yellow", shadow: ["QUIET"] });
    expect(await eventOf(await lodge("90013000"), "LaneAssigned")).toMatchObject({ lane: "green" });
  });

  it("learns what a control found, and only from when it is known", async () => {
    await putInForce(
      core,
      rule({
        id: "FOUND",
        scope: "declaration",
        when: "declaration.declarantHits30 > 0",
        lane: "red",
        weight: 100,
      }),
      rule({ id: "WIRES", when: 'item.hs4 == "8544"', lane: "yellow", weight: 100 }),
    );
    const looked = await lodge("85444290");
    await learn();
    expect(await eventOf(await lodge("90013000"), "LaneAssigned")).toMatchObject({ lane: "green" });
    const told = await core.declarations.act(SYSTEM, looked, {
      type: "RecordControlResult",
      result: "satisfactory",
      findings: [{ code: "F01", item: 1 }],
    });
    expect(told.status).toBe("done");
    expect(await eventOf(await lodge("90013000"), "LaneAssigned")).toMatchObject({ lane: "green" });
    await learn();
    expect(await eventOf(await lodge("90013000"), "LaneAssigned")).toMatchObject({
      lane: "red",
      criteria: ["FOUND"],
    });
  });

  it("refuses a finding that the country does not know", async () => {
    await putInForce(core, rule({ id: "ALL", when: "true", lane: "yellow", weight: 100 }));
    const looked = await lodge();
    for (const findings of [[{ code: "X99" }], [{ code: "F01", item: 7 }]]) {
      const told = await core.declarations.act(SYSTEM, looked, {
        type: "RecordControlResult",
        result: "satisfactory",
        findings,
      });
      expect(told).toMatchObject({ status: "refused", code: "CH3010" });
    }
  });
});
