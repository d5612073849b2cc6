/**
 * What a trader sees says nothing of screening. Worlds differ only in whom a list names and in what officers decided; where
 * the lane is the same, all that the trader can read is the same to the byte, and before the goods are here always.
 */
import type { Facts } from "@customhouse/model";
import type { Rule } from "@customhouse/risk/rules";
import { rule } from "@customhouse/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { startTestCore } from "../support/core.ts";
import { putInForce } from "../support/policies.ts";
import { listInForce, lodgeNaming } from "../support/screening.ts";
import { filerSees, traderSees } from "../support/trader-sees.ts";

const TRADER: Actor = { subject: "t", role: "trader", tin: "XA1000001" };
const SYSTEM: Actor = { subject: "s", role: "system" };
const EXPORTER = "Zelenograd Turbine Works";

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

interface World {
  /** Absent: no list is in force. */
  readonly listed?: string;
  readonly rules?: readonly Rule[];
  readonly type?: "IMA" | "IMD";
  /** The thread of screening is gone. */
  readonly stopped?: boolean;
}

async function played({ listed, rules = [], type = "IMA", stopped = false }: World) {
  let count = 0;
  const core = await startTestCore("xa", () => {
    count = (count * 31 + 7) % 251;
    return count;
  });
  stops.push(() => core.stop());
  await putInForce(core, ...rules);
  if (listed !== undefined) await listInForce(core, "1", listed);
  if (stopped) await core.screeningThread.thread()?.stop();
  const named = { lrn: "LOOKED-AT", exporter: EXPORTER, type };
  const lodged = await lodgeNaming(core, named, TRADER);
  const before = await traderSees(core, lodged);
  if (type === "IMD") {
    core.advance(600);
    const arrive = { type: "Arrive", by: "movement", findings: [] } as const;
    expect((await core.declarations.act(SYSTEM, lodged.caseId, arrive)).status).toBe("done");
  }
  const file = await core.cases.byMrn(lodged.mrn);
  return { before, after: await traderSees(core, lodged), lane: file?.case.lane };
}

const listedRule = (parts: Partial<Rule>) =>
  rule({ id: "LISTED", scope: "declaration", when: "declaration.screeningHits > 0", ...parts });

describe("what a trader sees", () => {
  it("is the same to the byte with a list and without, listed or not, answered or not", async () => {
    const plain = await played({});
    expect(plain.lane).toBe("green");
    for (const world of [
      { listed: "Somebody Else" },
      { listed: EXPORTER },
      { listed: EXPORTER, rules: [listedRule({ mode: "shadow", lane: "red" })] },
      { listed: EXPORTER, rules: [listedRule({ weight: 10, lane: "red" })] },
      { listed: EXPORTER, rules: [listedRule({ lane: "red" })], stopped: true },
    ]) {
      const other = await played(world);
      expect([world, other.lane]).toEqual([world, "green"]);
      expect(other.after).toEqual(plain.after);
    }
  });

  it("says nothing before the goods are here, and then only that there is a control", async () => {
    const rules = [listedRule({ lane: "red", controls: ["physical"] })];
    const [green, red] = [
      await played({ rules, listed: "Somebody Else", type: "IMD" }),
      await played({ rules, listed: EXPORTER, type: "IMD" }),
    ];
    expect([green.lane, red.lane]).toEqual(["green", "red"]);
    expect(red.before).toEqual(green.before);
    expect(red.after).not.toEqual(green.after);
    for (const answer of red.after)
      expect(answer).not.toMatch(/LISTED|TEST|screening|e1|bestScore|hits|criteria/);
  });
});

interface FilingWorld extends Pick<World, "listed" | "stopped"> {
  /** The country has no criterion that asks about hits. */
  readonly unasked?: boolean;
}

async function filed({ listed, stopped = false, unasked = false }: FilingWorld) {
  let count = 0;
  const core = await startTestCore(
    "xa",
    () => {
      count = (count * 31 + 7) % 251;
      return count;
    },
    ({ selectivity, ...country }) => ({
      ...country,
      selectivity: {
        ...selectivity,
        filings: (selectivity.filings ?? []).filter(({ id }) => !unasked || id !== "XA-F06"),
      },
    }),
  );
  stops.push(() => core.stop());
  if (listed !== undefined) await listInForce(core, "1", listed);
  if (stopped) await core.screeningThread.thread()?.stop();
  const step = async (step: string, facts: Facts, number?: string) => {
    const result = await core.formalities.step({
      ...(number === undefined ? { kind: "filing", holder: TRADER.tin ?? "" } : { number }),
      step,
      by: { as: "holder", subject: "t" },
      facts,
    });
    if (result.status !== "done") throw new Error(result.message);
    return result.formality.number;
  };
  const number = await step("file", { mode: "sea", master: "BL", containers: ["MSKU1234565"] });
  const consignments = { houses: [{ consignor: { name: EXPORTER, country: "SY" } }] };
  await step("fileHouse", { goods: "Cotton trousers", consignments }, number);
  core.advance(1);
  await passAllDue(core.database, core, core.country, core.clock, () => undefined);
  return {
    state: (await core.formalities.byNumber(number))?.state,
    sees: await filerSees(core, number),
  };
}

describe("what a filer sees", () => {
  it("is the same to the byte with a list and without, listed or not, answered or not", async () => {
    const plain = await filed({ unasked: true });
    expect(plain.state).toBe("assessed");
    for (const world of [
      { listed: "Somebody Else" },
      { listed: "Somebody Else", stopped: true },
      { listed: EXPORTER, unasked: true },
    ]) {
      const other = await filed(world);
      expect([world, other.state]).toEqual([world, "assessed"]);
      expect(other.sees).toEqual(plain.sees);
    }
  });

  it("says that it may not load, and not why", async () => {
    const { state, sees } = await filed({ listed: EXPORTER });
    expect(state).toBe("doNotLoad");
    for (const answer of sees)
      expect(answer).not.toMatch(/XA-F06|TEST|screeningHits|Answered|runKnew|Alarms|watch|list-/);
  });
});
