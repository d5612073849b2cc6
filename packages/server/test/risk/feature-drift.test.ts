/** Drift of features on the real main path: from the rows that runs have left, for people and for what asks for retraining. */
import { declaration, rule } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordFacts } from "../../src/rooms/risk/jobs/record-facts.ts";
import { startLook } from "../../src/rooms/risk/retraining/thread.ts";
import { startTestCore } from "../support/core.ts";
import { putPolicyInForce } from "../support/policies.ts";

const HALF = 30;
let core: Awaited<ReturnType<typeof startTestCore>>;

beforeAll(async () => {
  // Chance picks everything, so that a few declarations are sample enough.
  core = await startTestCore("xa", undefined, (country) => ({
    ...country,
    selectivity: { ...country.selectivity, randomPerTenThousand: { yellow: 10_000 } },
  }));
});
afterAll(() => core?.stop());

async function lodge(lrn: string, commodity: string): Promise<void> {
  const bytes = new TextEncoder().encode(
    JSON.stringify(declaration({ lrn, items: [{ commodity }] })),
  );
  const system = { subject: "test", role: "system" } as const;
  const lodged = await core.declarations.lodge(system, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  core.advance(60);
}

describe("drift of features", () => {
  it("is told of those that rules in force read, and is an alarm", async () => {
    const policy = { rules: [rule({ id: "TEXTILES", when: 'item.hs2 == "62"', weight: 10 })] };
    await putPolicyInForce(core, policy);
    for (let index = 0; index < 2 * HALF; index += 1) {
      await lodge(`DRIFT-${index}`, index < HALF ? "85171300" : "90013000");
    }
    await core.sequence();
    while ((await recordFacts(core.database.writerPool, core.factSource)) > 0);
    await core.refreshRisk();
    const { drift } = await core.rooms.risk.records.performance("2026-01-01T00:00:00.000Z");
    expect(drift).toContainEqual(expect.objectContaining({ name: "item.hs2", level: "alarm" }));
    const inForce = (await core.rooms.risk.records.policy(1))?.policy;
    const order = { databaseUrl: core.database.url, now: core.clock().toISOString() };
    const looking = { task: "look", ...order, ...(inForce && { policy: inForce }) } as const;
    expect(await startLook(looking).answer).toContain("drift:item.hs2");
    expect(await startLook({ task: "look", ...order }).answer).not.toContain("drift:item.hs2");
  });
});
