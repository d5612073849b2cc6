/** Cargo filings assessed by criteria alone: asked, screened, stopped, let go, and again when something changes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/workers.ts";
import { reassessFilings } from "../../src/deadlines/reassess-filings.ts";
import { startTestCore } from "../support/core.ts";

const CARRIER = "XA1000001";
const FORWARDER = "XA2000001";
let core: Awaited<ReturnType<typeof startTestCore>>;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

type Ask = Parameters<typeof core.mainPath.stepFormality>[0];

async function step(ask: Omit<Ask, "by" | "facts"> & Partial<Pick<Ask, "facts">>, as = "holder") {
  const done = await core.mainPath.stepFormality({
    facts: {},
    ...ask,
    by: { as, subject: as } as Ask["by"],
  });
  if (done.status !== "done") throw new Error(`${ask.step}: ${done.code} ${done.message}`);
  return done.formality.number;
}

async function pass(): Promise<void> {
  core.advance(1);
  const wrong: string[] = [];
  await passAllDue(core.database, core.mainPath, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

async function filed(master: string, goods: string, mode = "air"): Promise<string> {
  const facts = { mode, master, partner: FORWARDER };
  const number = await step({ kind: "filing", holder: CARRIER, step: "file", facts });
  await step({ number, step: "fileHouse", facts: { houses: [`${master}-H1`], goods } });
  await pass();
  return number;
}

const filing = async (number: string) => {
  const found = await core.records.formality(number);
  if (found === undefined) throw new Error("no filing");
  return found;
};
const state = async (number: string) => (await filing(number)).state;
const hits = async (number: string) => (await filing(number)).facts.riskHits;
const told = async (number: string, party: string) =>
  (await core.records.caseNotifications((await filing(number)).caseId, party)).map(
    ({ functionCode, body }) => [functionCode, JSON.stringify(body)] as const,
  );

describe("a filing", () => {
  it("to which nothing is objected is let go, and every filer is told", async () => {
    const number = await filed("AWB-1", "Cotton trousers for men");
    expect([await state(number), await hits(number)]).toEqual(["assessed", []]);
    expect((await told(number, FORWARDER)).map(([code]) => code)).toEqual(["09"]);
  });

  it("that says nothing is asked, and an answer that still says nothing is not asked again", async () => {
    const number = await filed("AWB-2", "General cargo");
    expect([await state(number), await hits(number)]).toEqual(["informationAsked", ["XA-F04"]]);
    const letters = (await told(number, FORWARDER)).at(-1);
    expect(letters?.[0]).toBe("51");
    expect(letters?.[1]).toContain("Describe the goods");
    expect(letters?.[1]).toContain("Décrivez les marchandises");
    expect(JSON.stringify(await told(number, CARRIER))).not.toContain("XA-F04");
    await step({
      number,
      step: "giveInformation",
      words: "Trousers",
      facts: { goods: "Trousers" },
    });
    await pass();
    expect(await state(number)).toBe("assessed");
  });

  it("that is dangerous by air is screened, and stopped by an alarm", async () => {
    const clear = await filed("AWB-3", "Lithium batteries");
    expect(await state(clear)).toBe("screeningAsked");
    const facts = { screening: "xray", screened: "clear" };
    await step({ number: clear, step: "reportScreening", facts });
    await pass();
    expect([await state(clear), await hits(clear)]).toEqual(["assessed", ["XA-F03"]]);
    const alarm = await filed("AWB-4", "Lithium batteries");
    await step({ number: alarm, step: "reportScreening", facts: { ...facts, screened: "alarm" } });
    await pass();
    expect([await state(alarm), await hits(alarm)]).toEqual(["doNotLoad", ["XA-F03", "XA-F02"]]);
    expect(await state(await filed("AWB-5", "Lithium batteries", "sea"))).toBe("assessed");
  });

  it("that an officer lets go waits for that officer, until it is amended", async () => {
    const number = await filed("AWB-6", "Detonators and general cargo");
    expect(await state(number)).toBe("doNotLoad");
    await step({ number, step: "liftDoNotLoad", words: "For the mine" }, "customs");
    await pass();
    expect(await state(number)).toBe("complete");
    await step({ number, step: "assess" }, "customs");
    expect(await state(number)).toBe("assessed");
    await step({ number, step: "amend", facts: { goods: "Ammunition" } });
    await pass();
    expect(await state(number)).toBe("doNotLoad");
  });

  it("is assessed anew at arrival, for a mismatch, and when a list has changed", async () => {
    const number = await filed("BL-9", "Cotton trousers", "sea");
    const facts = {
      conveyance: "VOY-9",
      level: "house",
      transportDocument: "BL-9-H1",
      packages: "5",
    };
    const report = await step({ kind: "cargoReport", holder: CARRIER, step: "report", facts });
    await pass();
    expect((await core.records.formality(report))?.facts.filing).toBe(number);
    expect((await filing(number)).facts.trigger).toBe("arrival");
    await pass();
    expect(await state(number)).toBe("assessed");
    await step({ number: report, step: "mismatch", facts: { mismatch: "seal" } });
    await pass();
    await pass();
    expect([await state(number), await hits(number)]).toEqual(["informationAsked", ["XA-F05"]]);
    const other = await filed("BL-10", "Cotton trousers", "sea");
    expect(await reassessFilings(core.database, core.mainPath)).toBeGreaterThanOrEqual(1);
    expect(await state(other)).toBe("complete");
    expect((await filing(other)).facts.trigger).toBe("list-change");
    await pass();
    expect(await state(other)).toBe("assessed");
  });

  it("takes no hits and no system step from whoever files", async () => {
    const by = { as: "holder", subject: "h" } as const;
    const facts = { mode: "sea", master: "BL-11", riskHits: ["XA-F01"] };
    const typed = await core.mainPath.stepFormality({
      kind: "filing",
      holder: CARRIER,
      step: "file",
      by,
      facts,
    });
    expect(typed).toMatchObject({ code: "CH3204" });
    const number = await filed("BL-12", "Cotton trousers", "sea");
    const asked = await core.mainPath.stepFormality({
      number,
      step: "reassess",
      by,
      facts: { trigger: "officer" },
    });
    expect(asked).toMatchObject({ code: "CH3203" });
  });
});
