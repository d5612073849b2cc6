/** Cargo filings assessed by criteria alone: asked, screened, stopped, let go, and again when something changes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import { reassessFilings } from "../../src/rooms/cargo/jobs/reassess-filings.ts";
import { startTestCore } from "../support/core.ts";
import { listInForce, screened } from "../support/screening.ts";

const CARRIER = "XA1000001";
const FORWARDER = "XA2000001";
let core: Awaited<ReturnType<typeof startTestCore>>;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

type Ask = Parameters<typeof core.formalities.step>[0];

async function step(ask: Omit<Ask, "by" | "facts"> & Partial<Pick<Ask, "facts">>, as = "holder") {
  const done = await core.formalities.step({
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
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

async function filed(
  master: string,
  goods: string,
  mode = "air",
  more: Ask["facts"] = {},
): Promise<string> {
  const facts = { mode, master, partner: FORWARDER };
  const number = await step({ kind: "filing", holder: CARRIER, step: "file", facts });
  await step({ number, step: "fileHouse", facts: { houses: [`${master}-H1`], goods, ...more } });
  await pass();
  return number;
}

const naming = (name: string, more = {}) => ({ consignments: { consignor: { name }, ...more } });

const filing = async (number: string) => {
  const found = await core.formalities.byNumber(number);
  if (found === undefined) throw new Error("no filing");
  return found;
};
const state = async (number: string) => (await filing(number)).state;
const hits = async (number: string) => (await filing(number)).facts.riskHits;
const told = async (number: string, party: string) =>
  (await core.rooms.notifications.notifications.ofCase((await filing(number)).caseId, party)).map(
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

  it("is assessed anew at arrival and for a mismatch", async () => {
    const number = await filed("BL-9", "Cotton trousers", "sea");
    const facts = {
      conveyance: "VOY-9",
      level: "house",
      transportDocument: "BL-9-H1",
      packages: "5",
    };
    const report = await step({ kind: "cargoReport", holder: CARRIER, step: "report", facts });
    await pass();
    expect((await core.formalities.byNumber(report))?.facts.filing).toBe(number);
    expect((await filing(number)).facts.trigger).toBe("arrival");
    await pass();
    expect(await state(number)).toBe("assessed");
    await step({ number: report, step: "mismatch", facts: { mismatch: "seal" } });
    await pass();
    await pass();
    expect([await state(number), await hits(number)]).toEqual(["informationAsked", ["XA-F05"]]);
  });

  it("takes no hits and no system step from whoever files", async () => {
    const by = { as: "holder", subject: "h" } as const;
    const facts = { mode: "sea", master: "BL-11", riskHits: ["XA-F01"] };
    const typed = await core.formalities.step({
      kind: "filing",
      holder: CARRIER,
      step: "file",
      by,
      facts,
    });
    expect(typed).toMatchObject({ code: "CH3204" });
    const number = await filed("BL-12", "Cotton trousers", "sea");
    const asked = await core.formalities.step({
      number,
      step: "reassess",
      by,
      facts: { trigger: "officer" },
    });
    expect(asked).toMatchObject({ code: "CH3203" });
  });
});

describe("whom a filing names", () => {
  const BL = "Cotton trousers";

  it("is compared with the first list and later ones; a hit is linked to the filing and stops it", async () => {
    const early = await filed("SCR-1", BL, "sea", naming("Zelenograd Turbine Works"));
    expect([await state(early), (await filing(early)).facts.screeningAnswered]).toEqual([
      "assessed",
      undefined,
    ]);
    await listInForce(core, "1", "Zelenograd Turbine Works");
    await pass();
    expect(await state(early)).toBe("doNotLoad");
    const other = await filed("SCR-0", BL, "sea", naming("Somebody Else"));
    expect([await state(other), (await filing(other)).facts]).toMatchObject([
      "assessed",
      { screeningAnswered: "yes", screeningHits: "0" },
    ]);
    const house = { houses: [{ notifyParty: { name: "Zelenograd Turbin Works" } }] };
    const number = await filed("SCR-2", BL, "sea", { consignments: house });
    expect([await state(number), await hits(number)]).toEqual(["doNotLoad", ["XA-F06"]]);
    const { caseId, facts } = await filing(number);
    expect(facts).toMatchObject({ screeningHits: "1" });
    const [hit] = await core.rooms.screening.records.hits({ limit: 1 });
    expect(hit).toMatchObject({ retroactive: false, caseIds: [caseId] });
  });

  it("is found anew by a list that changes, in every filing, once, though the worker is killed", async () => {
    const named = naming("Aurora Borealis Shipping");
    const numbers = [
      await filed("SCR-3", BL, "sea", named),
      await filed("SCR-4", BL, "sea", named),
      await filed("SCR-5", BL, "sea", naming("Boreas Lines")),
    ];
    for (const number of numbers) expect(await state(number)).toBe("assessed");
    await listInForce(core, "2", "Zelenograd Turbine Works", "Aurora Borealis Shipping");
    const [hit] = await core.rooms.screening.records.hits({ limit: 1 });
    expect(hit?.retroactive).toBe(true);
    expect(hit?.caseIds).toHaveLength(2);
    const killed: typeof core.formalities = {
      ...core.formalities,
      step: async (ask) => {
        await core.formalities.step(ask);
        throw new Error("killed");
      },
    };
    const wrong: string[] = [];
    await reassessFilings(core.database, killed, (message) => wrong.push(message));
    expect(wrong).toHaveLength(2);
    await pass();
    expect(await Promise.all(numbers.map(state))).toEqual(["doNotLoad", "doNotLoad", "assessed"]);
    const [first = ""] = numbers;
    expect((await filing(first)).facts.trigger).toBe("list-change");
    const { eventCount, taken } = await filing(first);
    expect(taken.filter((one) => one.step === "reassess")).toHaveLength(1);
    await step({ number: first, step: "liftDoNotLoad", words: "Another one" }, "customs");
    await step({ number: first, step: "assess" }, "customs");
    await pass();
    expect([await state(first), (await filing(first)).eventCount]).toEqual([
      "assessed",
      eventCount + 2,
    ]);
  });

  it("is found by the version of a list that a rollback brings back", async () => {
    const number = await filed("SCR-6", BL, "sea", naming("Kolyma Freight"));
    await listInForce(core, "3", "Nobody At All");
    await pass();
    expect(await state(number)).toBe("assessed");
    const late = await filed("SCR-7", BL, "sea", naming("Zelenograd Turbine Works"));
    expect(await state(late)).toBe("assessed");
    expect(await core.rooms.screening.records.rollBack("TEST")).toBe("2");
    await screened(core);
    await pass();
    expect([await state(number), await state(late)]).toEqual(["assessed", "doNotLoad"]);
  });

  it("is missing where there was no answer in time, which criteria can ask, and made up for later", async () => {
    await core.screeningThread.thread()?.stop();
    const number = await filed("SCR-8", BL, "sea", naming("Zelenograd Turbine Works Ltd"));
    const { facts } = await filing(number);
    expect([await state(number), facts.screeningAnswered, facts.screeningHits]).toEqual([
      "assessed",
      "no",
      undefined,
    ]);
    await screened(core);
    await pass();
    expect(await state(number)).toBe("doNotLoad");
  });

  it("includes ships by their IMO number, and nobody that cannot be read", async () => {
    const ship = {
      transportMeans: { name: "Blue Whale", imoNumber: "9074729" },
      note: { kept: "x" },
    };
    const number = await filed("SCR-9", BL, "sea", { consignments: ship });
    expect(await core.formalities.personalFacts(await filing(number))).toMatchObject({
      consignments: ship,
    });
    for (const [consignments, pointer] of [
      [{ consignor: "Zelenograd Turbine Works" }, "/consignor"],
      [{ houses: [{ buyer: { name: ["Zelenograd"] } }] }, "/houses/0/buyer/name"],
      [{ transportMeans: { imoNumber: "none" } }, "/transportMeans/imoNumber"],
    ] as const) {
      const refused = await core.formalities.step({
        kind: "filing",
        holder: CARRIER,
        step: "file",
        by: { as: "holder", subject: "h" },
        facts: { mode: "sea", master: "SCR-10", consignments },
      });
      expect(refused).toMatchObject({ code: "CH3204", httpStatus: 422 });
      expect(JSON.stringify(refused)).toContain(`consignments${pointer}`);
    }
  });
});

describe("several filers", () => {
  const consignee = (name: string) => ({ consignments: { consignee: { name } } });

  it("complete one picture; what is too much together, or was never theirs, is refused or stays", async () => {
    const facts = { mode: "sea", master: "SEV-1", partner: FORWARDER, ...consignee("A") };
    const number = await step({ kind: "filing", holder: CARRIER, step: "file", facts });
    const house = { step: "fileHouse", number, filer: FORWARDER };
    const names = Array.from({ length: 150 }, (_, at) => ({ buyer: { name: `N${at}` } }));
    const tooMany = { consignments: { houses: names } };
    await expect(step({ ...house, facts: tooMany })).rejects.toThrow(/With what others filed/);
    const twice = { consignments: { houses: [{ reference: "H1" }, { reference: "H1" }] } };
    await expect(step({ ...house, facts: twice })).rejects.toThrow("houses/1/reference");
    await step({ ...house, facts: consignee("B") });
    await step({ ...house, facts: consignee("C") });
    const both = { consignments: { consignee: [{ name: "A" }, { name: "C" }] } };
    expect(await core.formalities.personalFacts(await filing(number))).toEqual(both);
    expect((await filing(number)).facts.filersDiffer).toEqual(["consignee"]);
    expect(await core.formalities.personalFacts(await filing(number), CARRIER)).toEqual(
      consignee("A"),
    );
  });

  it("have nothing personal left when it is erased, and may file again", async () => {
    const facts = { mode: "sea", master: "SEV-2", partner: FORWARDER, ...consignee("A") };
    const number = await step({ kind: "filing", holder: CARRIER, step: "file", facts });
    await step({ number, step: "fileHouse", filer: FORWARDER, facts: consignee("B") });
    const { caseId } = await filing(number);
    await core.database.writerPool.query("DELETE FROM payload WHERE case_id = $1", [caseId]);
    expect(await core.formalities.personalFacts(await filing(number))).toEqual({});
    const events = JSON.stringify(await core.rooms.declarations.store.events(caseId, 100));
    expect(events).not.toContain('"consignee":{');
    await step({ number, step: "amend", filer: FORWARDER, facts: consignee("D") });
    expect(await core.formalities.personalFacts(await filing(number))).toEqual(consignee("D"));
  });
});

describe("an alarm of a container", () => {
  const alarm = (container: string, kind: "seal-broken" | "temperature", idempotencyKey?: string) =>
    core.cargo.reportAlarm({
      container,
      kind,
      at: core.clock().toISOString(),
      reportedBy: "carrier",
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });

  it("has the filings assessed anew that name it, themselves or by a cargo report, once", async () => {
    const container = { containers: ["MSKU1234565"] };
    const own = await filed("ALM-1", "Cotton trousers", "sea", container);
    const reported = await filed("ALM-2", "Cotton trousers", "sea");
    const facts = { conveyance: "V", level: "house", transportDocument: "ALM-2-H1", packages: "1" };
    const report = { ...facts, ...container };
    await step({ kind: "cargoReport", holder: CARRIER, step: "report", facts: report });
    await pass();
    await pass();
    const other = await filed("ALM-3", "Cotton trousers", "sea", { containers: ["MSKU7654321"] });
    await alarm("MSKU1234565", "seal-broken", "k1");
    await pass();
    for (const number of [own, reported]) {
      expect([await state(number), await hits(number)]).toEqual(["screeningAsked", ["XA-F07"]]);
      expect((await filing(number)).facts).toMatchObject({
        trigger: "container-alarm",
        containerAlarms: ["seal-broken"],
      });
    }
    expect(await state(other)).toBe("assessed");
    const clear = { screening: "xray", screened: "clear" };
    await step({ number: own, step: "reportScreening", facts: clear });
    await pass();
    expect(await alarm("MSKU1234565", "seal-broken", "k2")).toMatchObject({ status: "reported" });
    await pass();
    expect(await state(own)).toBe("screeningAsked");
  });

  it("is one for one key, is weighed by what is filed later, and counts for thirty days", async () => {
    const first = await alarm("TEMU1234567", "seal-broken", "same");
    expect(await alarm("TEMU1234567", "temperature", "same")).toMatchObject({ code: "CH8107" });
    expect(await alarm("TEMU1234567", "seal-broken", "same")).toEqual(first);
    core.advance(86_400);
    const late = await filed("ALM-4", "Cotton trousers", "sea", { containers: ["TEMU1234567"] });
    expect([first.status, await state(late)]).toEqual(["reported", "screeningAsked"]);
    core.advance(30 * 86_400);
    const old = await filed("ALM-5", "Cotton trousers", "sea", { containers: ["TEMU1234567"] });
    expect(await state(old)).toBe("assessed");
  });

  it("is refused when there are too many of one container", async () => {
    for (let count = 0; count < 100; count += 1) await alarm("TEMU0000001", "temperature");
    expect(await alarm("TEMU0000001", "temperature")).toMatchObject({
      code: "CH8137",
      httpStatus: 429,
    });
  });
});
