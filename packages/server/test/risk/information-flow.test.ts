/**
 * What a trader sees says nothing of risk beyond the control that follows from it. Two worlds differ only in what is
 * restricted: rules, their hits, findings at others. Where the lane is the same, everything the trader can see is the
 * same to the byte; where it differs, only the control and what follows from it do; and before the goods are here
 * nothing does.
 */
import type { Rule } from "@customhouse/risk/rules";
import { declaration, rule } from "@customhouse/testkit";
import { afterAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/platform/access/principal.ts";
import { recordFacts } from "../../src/rooms/risk/jobs/record-facts.ts";
import { startTestCore } from "../support/core.ts";
import { putInForce } from "../support/policies.ts";
import { traderSees } from "../support/trader-sees.ts";

const TRADER: Actor = { subject: "t", role: "trader", tin: "XA1000001" };
const SYSTEM: Actor = { subject: "s", role: "system" };

interface World {
  readonly rules: readonly Rule[];
  /** Finding of a control at the same trader, long before. */
  readonly foundBefore?: boolean;
  readonly type?: "IMA" | "IMD";
}

type Core = Awaited<ReturnType<typeof startTestCore>>;
const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

async function worldOf({ rules, foundBefore }: World): Promise<Core> {
  let count = 0;
  const core = await startTestCore("xa", () => {
    count = (count * 31 + 7) % 251;
    return count;
  });
  stops.push(() => core.stop());
  await putInForce(core, rule({ id: "ARMS", when: 'item.hs2 == "97"', weight: 100 }));
  const looked = await lodge(core, "97011000", "BEFORE", "IMA");
  core.advance(60);
  await core.declarations.act(SYSTEM, looked.caseId, {
    type: "RecordControlResult",
    result: "satisfactory",
    ...(foundBefore ? { findings: [{ code: "F01" }] } : {}),
  });
  await core.sequence();
  while ((await recordFacts(core.database.writerPool, core.factSource)) > 0);
  core.advance(3_600);
  await putInForce(core, ...rules);
  return core;
}

async function lodge(core: Core, commodity: string, lrn: string, type: "IMA" | "IMD") {
  const made = declaration({ lrn, type, items: [{ commodity }] });
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(TRADER, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged;
}

async function played(world: World) {
  const core = await worldOf(world);
  const lodged = await lodge(core, "85171300", "LOOKED-AT", world.type ?? "IMA");
  const before = await traderSees(core, lodged);
  if (world.type === "IMD") {
    core.advance(600);
    const arrived = await core.declarations.act(SYSTEM, lodged.caseId, {
      type: "Arrive",
      by: "movement",
      findings: [],
    });
    expect(arrived.status).toBe("done");
  }
  const file = await core.cases.byMrn(lodged.mrn);
  return { before, after: await traderSees(core, lodged), lane: file?.case.lane };
}

const phones = (parts: Partial<Rule>) =>
  rule({ id: "PHONES", when: 'item.hs4 == "8517"', ...parts });
const history = (parts: Partial<Rule>) =>
  rule({
    id: "HISTORY",
    scope: "declaration",
    when: "declaration.declarantHits365 > 0",
    ...parts,
  });

describe("what a trader sees", () => {
  it("is the same to the byte where the lane is the same", async () => {
    const plain = await played({ rules: [] });
    expect(plain.lane).toBe("green");
    for (const world of [
      { rules: [phones({ mode: "shadow", lane: "red" })] },
      { rules: [phones({ weight: 10, lane: "red" })] },
      { rules: [phones({ when: "item.value / item.netMassKg > 1.0" })] },
      { rules: [history({ mode: "shadow" })], foundBefore: true },
    ] satisfies World[]) {
      const other = await played(world);
      expect(other.lane).toBe("green");
      expect(other.after).toEqual(plain.after);
    }
  });

  it("differs only by the control and what follows where the lane differs", async () => {
    const [green, yellow] = [
      await played({ rules: [history({ lane: "yellow" })] }),
      await played({ rules: [history({ lane: "yellow" })], foundBefore: true }),
    ];
    expect([green.lane, yellow.lane]).toEqual(["green", "yellow"]);
    const types = ({ after }: typeof green) =>
      (JSON.parse(after[1] ?? "").json.items as { type: string }[]).map(({ type }) => type);
    const more = types(yellow).filter((type) => !types(green).includes(type));
    expect(more).toEqual(["DocumentsRequested"]);
    for (const answer of yellow.after) {
      expect(answer).not.toMatch(/HISTORY|criteria|probability|policy|score|"lane"|yellow|weight/);
    }
  });

  it("says nothing before the goods are here", async () => {
    const [green, red] = [
      await played({ rules: [], type: "IMD" }),
      await played({ rules: [phones({ lane: "red" })], type: "IMD" }),
    ];
    expect([green.lane, red.lane]).toEqual(["green", "red"]);
    expect(red.before).toEqual(green.before);
    expect(red.after).not.toEqual(green.after);
  });
});
