/** Declarations find the cargo they take over by themselves; the manifest is written off and the terminal told. */
import { type DeclarationOptions, declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { checkLedger, sumOfAccount } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const CARRIER = "XA2000001";
const TERMINAL = "XA1000002";
const PK = 1_000_000n;
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

async function reported(document: string, more: Record<string, unknown> = {}): Promise<string> {
  const facts = {
    conveyance: "VOY-7",
    level: "house",
    transportDocument: document,
    packages: "10",
    terminal: TERMINAL,
    ...more,
  };
  const by = { as: "holder", subject: "carrier" } as const;
  const made = await core.formalities.step({
    kind: "cargoReport",
    holder: CARRIER,
    step: "report",
    by,
    facts,
  });
  if (made.status !== "done") throw new Error(made.message);
  const { number } = made.formality;
  await core.formalities.step({ number, step: "store", by, facts: { location: "XAHBR01" } });
  return number;
}

interface Cargo extends DeclarationOptions {
  readonly document?: string;
  readonly packages?: string;
  readonly containers?: readonly string[];
}

async function lodge({ document, packages = "10", containers = [], ...more }: Cargo) {
  counter += 1;
  const made = declaration({ lrn: `CARGO-${counter}`, ...more });
  const shipment = made.Declaration?.GoodsShipment;
  const item = shipment?.GovernmentAgencyGoodsItem?.[0];
  if (shipment === undefined || item === undefined) throw new Error("no item");
  item.Packaging = [{ SequenceNumeric: "1", QuantityQuantity: packages, TypeCode: "BX" }];
  if (document !== undefined)
    shipment.PreviousDocument = [{ CategoryCode: "X", ID: document, TypeCode: "714" }];
  if (containers.length > 0)
    shipment.Consignment = {
      TransportEquipment: containers.map((ID, index) => ({ ID, SequenceNumeric: `${index + 1}` })),
    };
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(JSON.stringify(lodged));
  return lodged.caseId;
}

async function pass(seconds: number): Promise<void> {
  core.advance(seconds);
  const wrong: string[] = [];
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

const caseOf = async (caseId: string) => {
  const found = (await core.cases.byId(caseId))?.case;
  if (found === undefined) throw new Error("no case");
  return found;
};
const reportOf = async (number: string) => {
  const found = await core.formalities.byNumber(number);
  if (found === undefined) throw new Error("no report");
  return found;
};
const left = (number: string) => sumOfAccount(core.database.writer, `manifest/${number}`, "PK");
const mismatches = async (caseId: string) => (await caseOf(caseId)).cargo?.mismatches;
const told = async (number: string, party: string) =>
  (await core.rooms.notifications.notifications.ofCase((await reportOf(number)).caseId, party)).map(
    ({ functionCode }) => functionCode,
  );

async function booksAreSound() {
  const { drifted, belowFloor, overdrawnCases } = await checkLedger(core.database.writer);
  expect([drifted, belowFloor, overdrawnCases]).toEqual([[], [], []]);
}

describe("a declaration", () => {
  it("takes over the consignment it names, and its release reaches carrier and terminal", async () => {
    const number = await reported("BL-100", { grossMassKg: "102" });
    const caseId = await lodge({ document: "BL-100" });
    expect(await left(number)).toBe(0n);
    expect(await mismatches(caseId)).toEqual([]);
    await pass(1);
    const { mrn } = await caseOf(caseId);
    expect((await reportOf(number)).facts).toMatchObject({ mrn, takenOver: "10" });
    expect(await told(number, TERMINAL)).toEqual([]);
    await pass(60);
    expect((await caseOf(caseId)).at.released).toBeDefined();
    await pass(1);
    expect((await reportOf(number)).state).toBe("released");
    expect(await told(number, TERMINAL)).toEqual(["08"]);
    expect((await told(number, CARRIER)).at(-1)).toBe("08");
    expect(await sumOfAccount(core.database.writer, `outside/declared/${number}`, "PK")).toBe(
      10n * PK,
    );
    expect((await caseOf(caseId)).deadlines).toEqual([]);
    await booksAreSound();
  });

  it("shares a consignment with others, gives back what is cancelled, and never takes more than is left", async () => {
    const number = await reported("BL-200");
    const part = await lodge({ document: "BL-200", packages: "4" });
    const cancelled = await lodge({ document: "BL-200", packages: "6" });
    expect(await left(number)).toBe(0n);
    const none = await lodge({ document: "BL-200", packages: "1" });
    expect(await mismatches(none)).toEqual([{ code: "packages", declared: "1", reported: "0" }]);
    await core.declarations.act(SYSTEM, cancelled, { type: "Cancel", lrn: "C" });
    expect(await left(number)).toBe(6n * PK);
    await pass(60);
    await pass(1);
    expect((await caseOf(part)).at.released).toBeDefined();
    expect(await told(number, TERMINAL)).toEqual(["08"]);
    expect((await reportOf(number)).state).toBe("stored");
    const rest = await lodge({ document: "BL-200", packages: "6" });
    await pass(60);
    await pass(1);
    expect((await caseOf(rest)).at.released).toBeDefined();
    expect((await reportOf(number)).state).toBe("released");
    expect(await told(number, TERMINAL)).toEqual(["08", "08"]);
    const late = await lodge({ document: "BL-200", packages: "1" });
    expect(await mismatches(late)).toEqual([{ code: "closed", document: "BL-200" }]);
    await booksAreSound();
  });

  it("that says something else than the manifest is looked at by an officer", async () => {
    const number = await reported("BL-300", { grossMassKg: "80", containers: ["MSKU0000001"] });
    const caseId = await lodge({ document: "BL-300", containers: ["MSKU0000002"] });
    expect(await mismatches(caseId)).toEqual([
      { code: "mass", declared: "100", reported: "80" },
      { code: "container", declared: "MSKU0000002" },
    ]);
    const { tasks, lane } = await caseOf(caseId);
    expect([lane, tasks]).toMatchObject(["green", [{ kind: "documentary", state: "open" }]]);
    const queue = await core.rooms.declarations.queues.queue({ kind: "everything" }, 50, []);
    expect(queue.map((entry) => entry.caseId)).toContain(caseId);
    await pass(1);
    expect((await reportOf(number)).facts.discrepancy).toEqual(["mass", "container"]);
    const unknown = await lodge({ document: "BL-NOBODY" });
    expect(await mismatches(unknown)).toEqual([{ code: "no-line", document: "BL-NOBODY" }]);
  });

  it("is found by its containers where it names no document, and by its house before the master", async () => {
    const number = await reported("BL-400", { containers: ["TEMU1234567"] });
    const caseId = await lodge({ containers: ["TEMU1234567"] });
    expect((await caseOf(caseId)).cargo?.claims).toMatchObject([{ report: number }]);
    expect((await caseOf(await lodge({}))).cargo).toBeUndefined();
    await reported("BL-450", { level: "master", packages: "500" });
    const house = await reported("BL-450");
    const both = await lodge({ document: "BL-450" });
    expect((await caseOf(both)).cargo?.claims).toMatchObject([{ report: house }]);
  });

  it("tells risk how many alarms its containers had, and nothing where it names none", async () => {
    const alarm = {
      container: "ALRM0000001",
      kind: "door-opened",
      reportedBy: "terminal",
    } as const;
    await core.cargo.reportAlarm({ ...alarm, at: core.clock().toISOString() });
    const extrasOf = async (caseId: string) => {
      const events = await core.rooms.declarations.store.events(caseId, 100);
      const routed = events.findLast(({ type }) => type === "LaneAssigned")?.body;
      return (routed as { run?: { extras?: { containers?: unknown } } }).run?.extras?.containers;
    };
    expect(await extrasOf(await lodge({ containers: ["ALRM0000001"] }))).toEqual({ alarms: 1 });
    expect(await extrasOf(await lodge({ containers: ["ALRM0000002"] }))).toEqual({ alarms: 0 });
    expect(await extrasOf(await lodge({}))).toBeUndefined();
  });

  it("is examined for an alarm of its container, before acceptance and after, while it is under control", async () => {
    const alarm = (container: string) =>
      core.cargo.reportAlarm({
        container,
        kind: "seal-broken",
        reportedBy: "terminal",
        at: core.clock().toISOString(),
      });
    const examined = async (caseId: string) =>
      (await caseOf(caseId)).tasks.filter(({ kind }) => kind === "physical").length;
    await reported("BL-ALARM", { containers: ["ALRM0000003", "ALRM0000004"] });
    await alarm("ALRM0000003");
    const before = await lodge({
      document: "BL-ALARM",
      packages: "1",
      containers: ["ALRM0000003"],
    });
    expect(await examined(before)).toBe(1);
    const after = await lodge({ document: "BL-ALARM", packages: "1", containers: ["ALRM0000004"] });
    const others = await lodge({ document: "BL-ALARM", packages: "1" });
    expect((await caseOf(after)).lane).toBe("green");
    await alarm("ALRM0000004");
    await pass(1);
    await alarm("ALRM0000004");
    await pass(1);
    expect([await examined(after), await examined(others)]).toEqual([1, 0]);
    await pass(60);
    expect((await caseOf(others)).at.released).toBeDefined();
    expect((await caseOf(after)).at.released).toBeUndefined();
    await core.declarations.act(SYSTEM, after, {
      type: "RecordControlResult",
      result: "satisfactory",
    });
    await pass(60);
    expect((await caseOf(after)).at.released).toBeDefined();
    await alarm("ALRM0000004");
    await pass(1);
    expect(await examined(after)).toBe(1);
    const { rows } = await core.database.writerPool.query("SELECT FROM case_news");
    expect(rows).toEqual([]);
  });

  it("is matched when the carrier reports late", async () => {
    const caseId = await lodge({ document: "BL-LATE", packages: "4" });
    expect(await mismatches(caseId)).toEqual([{ code: "no-line", document: "BL-LATE" }]);
    const closed = await lodge({ document: "BL-LATE", packages: "1" });
    await core.declarations.act(SYSTEM, closed, { type: "Cancel", lrn: "C" });
    const number = await reported("BL-LATE");
    await pass(1);
    expect(await mismatches(caseId)).toEqual([]);
    expect((await caseOf(caseId)).cargo?.claims).toMatchObject([{ report: number }]);
    expect(await left(number)).toBe(6n * PK);
    await pass(1);
    expect((await reportOf(number)).facts.takenOver).toBe("4");
    const again = await core.declarations.act(SYSTEM, caseId, { type: "MatchCargo" });
    expect(again).toMatchObject({ status: "refused" });
    await core.declarations.act(SYSTEM, caseId, { type: "Cancel", lrn: "C" });
    expect(await left(number)).toBe(10n * PK);
    await booksAreSound();
  });

  it("is matched at arrival when it was lodged before", async () => {
    const number = await reported("BL-500");
    const caseId = await lodge({ document: "BL-500", type: "IMD" });
    expect((await caseOf(caseId)).cargo).toBeUndefined();
    expect(await left(number)).toBe(10n * PK);
    await core.declarations.act(SYSTEM, caseId, { type: "Arrive", by: "movement", findings: [] });
    expect((await caseOf(caseId)).cargo?.claims).toMatchObject([{ report: number }]);
    expect(await left(number)).toBe(0n);
  });

  it("gets the last package once, however many ask at once", async () => {
    const number = await reported("BL-600");
    const cases = await Promise.all(
      Array.from({ length: 6 }, () => lodge({ document: "BL-600", packages: "3" })),
    );
    const claims = await Promise.all(
      cases.map(async (caseId) => (await caseOf(caseId)).cargo?.claims[0]?.amountMinor ?? "0"),
    );
    const sum = claims.reduce((total, claim) => total + BigInt(claim), 0n);
    expect((await left(number)) + sum).toBe(10n * PK);
    expect(claims.filter((claim) => claim === "3000000").length).toBeGreaterThanOrEqual(3);
    await booksAreSound();
  });
});
