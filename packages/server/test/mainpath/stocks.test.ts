/** Goods under special procedures: in by one declaration, out by others, never more than is there. */
import { type DeclarationOptions, declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { checkLedger, sumOfAccount } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const OWNER = "XA1000001";
const KG = 1_000_000n;
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

interface Goods extends DeclarationOptions {
  readonly procedure: string;
  readonly netKg?: string;
  readonly commodity?: string;
  readonly warehouse?: string | undefined;
}

function goods({
  procedure,
  netKg,
  commodity = "62034235",
  warehouse = "XAWH0001",
  ...more
}: Goods) {
  counter += 1;
  const made = declaration({ lrn: `STK-${counter}`, items: [{ commodity }], ...more });
  const shipment = made.Declaration?.GoodsShipment;
  const item = shipment?.GovernmentAgencyGoodsItem?.[0];
  if (shipment === undefined || item?.Commodity?.GoodsMeasure === undefined)
    throw new Error("no item");
  item.GovernmentProcedure = [
    { CurrentCode: procedure.slice(0, 2), PreviousCode: procedure.slice(2) },
  ];
  if (netKg !== undefined) item.Commodity.GoodsMeasure.NetNetWeightMeasure = netKg;
  if (warehouse !== "") shipment.Warehouse = { ID: warehouse };
  return made;
}

async function lodge(made: ReturnType<typeof declaration>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged.caseId;
}

async function released(made: ReturnType<typeof declaration>): Promise<string> {
  const caseId = await lodge(made);
  core.advance(60);
  const wrong: string[] = [];
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
  expect((await caseOf(caseId)).at.released).toBeDefined();
  return caseId;
}

const caseOf = async (caseId: string) => {
  const found = (await core.cases.byId(caseId))?.case;
  if (found === undefined) throw new Error("no case");
  return found;
};
const stock = (commodity: string, authorisation = "XAWH0001", owner = OWNER) =>
  sumOfAccount(core.database.writer, `stock/${authorisation}/${owner}/${commodity}`, "KGM");

async function errorsOf(made: ReturnType<typeof declaration>): Promise<readonly string[]> {
  const caseId = await lodge(made);
  const events = await core.rooms.declarations.store.events(caseId, 50);
  const rejected = events.find(({ type }) => type === "DeclarationRejected");
  const { errors = [] } = (rejected?.body ?? {}) as { errors?: { code: string }[] };
  return errors.map(({ code }) => code);
}

async function booksAreSound() {
  const { drifted, belowFloor, overdrawnCases } = await checkLedger(core.database.writer);
  expect([drifted, belowFloor, overdrawnCases]).toEqual([[], [], []]);
}

describe("a customs warehouse", () => {
  it("takes in at release, gives out at acceptance, and gets back what is cancelled", async () => {
    const commodity = "62034235";
    const entry = await lodge(goods({ procedure: "7100", netKg: "100" }));
    expect(await stock(commodity)).toBe(0n);
    core.advance(60);
    await passAllDue(core.database, core, core.country, core.clock, () => undefined);
    expect((await caseOf(entry)).at.released).toBeDefined();
    expect(await stock(commodity)).toBe(100n * KG);
    const cancelled = await lodge(goods({ procedure: "4071", netKg: "70" }));
    expect(await stock(commodity)).toBe(30n * KG);
    const short = await lodge(goods({ procedure: "4071", netKg: "31" }));
    expect((await caseOf(short)).debt).toBe("blocked");
    await core.declarations.act(SYSTEM, cancelled, { type: "Cancel", lrn: "C" });
    expect(await stock(commodity)).toBe(100n * KG);
    const out = await released(goods({ procedure: "4071", netKg: "99.5" }));
    expect((await caseOf(out)).reserved).toEqual([]);
    expect(await stock(commodity)).toBe(500_000n);
    await booksAreSound();
  });

  it("gives the last kilogram once, however many ask at once", async () => {
    const commodity = "61051000";
    await released(goods({ procedure: "7100", netKg: "10", commodity }));
    const cases = await Promise.all(
      Array.from({ length: 8 }, () => lodge(goods({ procedure: "4071", netKg: "3", commodity }))),
    );
    const debts = await Promise.all(cases.map(async (caseId) => (await caseOf(caseId)).debt));
    expect(debts.filter((debt) => debt === "blocked")).toHaveLength(5);
    expect(await stock(commodity)).toBe(1n * KG);
    await booksAreSound();
  });

  it("gets back what a re-export took that is cancelled before the goods have left", async () => {
    const commodity = "61061000";
    await released(goods({ procedure: "7100", netKg: "10", commodity }));
    const out = await released(goods({ type: "EXA", procedure: "3171", netKg: "8", commodity }));
    expect(await stock(commodity)).toBe(2n * KG);
    const cancelled = await core.declarations.act(SYSTEM, out, { type: "Cancel", lrn: "C" });
    expect(cancelled.status).toBe("done");
    expect((await caseOf(out)).control).toBe("invalidated");
    expect(await stock(commodity)).toBe(10n * KG);
    await booksAreSound();
  });

  it("is entered only under an authorisation of the right type that is the declarant's to use", async () => {
    const entry = { procedure: "7100", netKg: "5" };
    expect(await errorsOf(goods({ ...entry, warehouse: "" }))).toEqual(["XA311"]);
    expect(await errorsOf(goods({ ...entry, warehouse: "XAWH9999" }))).toEqual(["XA312"]);
    expect(await errorsOf(goods({ ...entry, warehouse: "XATA0001" }))).toEqual(["XA312"]);
    expect(await errorsOf(goods({ ...entry, declarant: "XA1000002" }))).toEqual(["XA313"]);
    expect(await errorsOf(goods({ procedure: "7100" }))).toEqual(["XA314"]);
    expect(await errorsOf(goods({ procedure: "7100", netKg: "0" }))).toEqual(["XA314"]);
  });

  it("is used by whom the holder names, each with stock of its own, while the authorisation lasts", async () => {
    const commodity = "61071100";
    const facts = { type: "CWP", users: ["XA1000002"] };
    const ask = async (step: string, as: string, more: Record<string, unknown>) => {
      const done = await core.formalities.step({
        step,
        by: { as, subject: as },
        facts: {},
        ...more,
      } as Parameters<typeof core.formalities.step>[0]);
      if (done.status !== "done") throw new Error(done.message);
      return done.formality.number;
    };
    const number = await ask("apply", "holder", { kind: "authorisation", holder: OWNER, facts });
    const entry = { procedure: "7100", netKg: "5", commodity, warehouse: number };
    expect(await errorsOf(goods(entry))).toEqual(["XA312"]);
    await ask("grant", "customs", { number, facts: { validFrom: "2026-01-01" } });
    await released(goods({ ...entry, declarant: "XA1000002" }));
    expect(await stock(commodity, number, "XA1000002")).toBe(5n * KG);
    const others = await lodge(goods({ ...entry, procedure: "4071" }));
    expect((await caseOf(others)).debt).toBe("blocked");
    await ask("nameUsers", "holder", { number, facts: { users: [] } });
    expect(await errorsOf(goods({ ...entry, declarant: "XA1000002" }))).toEqual(["XA313"]);
    await ask("revoke", "customs", { number, words: "Seals were broken" });
    expect(await errorsOf(goods(entry))).toEqual(["XA312"]);
  });
});

describe("temporary admission and transit", () => {
  it.each([
    ["53", "XATA0001"],
    ["80", "XATR0001"],
  ])(
    "procedure %s books into %s, and re-export or entry for home use takes out",
    async (code, warehouse) => {
      const commodity = "90121000";
      await released(goods({ procedure: `${code}00`, netKg: "40", commodity, warehouse }));
      expect(await stock(commodity, warehouse)).toBe(40n * KG);
      await released(goods({ procedure: `40${code}`, netKg: "15", commodity, warehouse }));
      const back = {
        type: "EXA",
        procedure: `31${code}`,
        netKg: "25",
        commodity,
        warehouse,
      } as const;
      await released(goods(back));
      expect(await stock(commodity, warehouse)).toBe(0n);
      await booksAreSound();
    },
  );
});
