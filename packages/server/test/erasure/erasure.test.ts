/** Personal data of a case that is over are erased: nothing of them is left in any table, and every proof still holds. */
import { createHash } from "node:crypto";
import type { Country, ErasureRules } from "@customhouse/model";
import { rule } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { checkReceipt, verifyConsistency } from "@customhouse/trust";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { sha256 } from "../../src/platform/commit/log-key.ts";
import { consistencyBetween, readLogHead, receiptFor } from "../../src/platform/commit/receipts.ts";
import { erasableDeclaration, erasableFormality } from "../../src/rooms/erasure/erasable.ts";
import { eraseOld } from "../../src/rooms/erasure/erase-old.ts";
import { wipeCases } from "../../src/rooms/erasure/store.ts";
import { keepHistoryNow } from "../../src/rooms/risk/history/keeper.ts";
import { recordFacts } from "../../src/rooms/risk/jobs/record-facts.ts";
import { keptPosition } from "../../src/rooms/risk/store/histories.ts";
import { startTestCore } from "../support/core.ts";
import { naming } from "../support/named.ts";
import { putInForce } from "../support/policies.ts";
import { listInForce } from "../support/screening.ts";
import { tablesWith } from "../support/walk-tables.ts";

const NAME = "Zyxomirka Quandtfeldova";
/** The part of it that stands on no list, so that only the case can have written it. */
const WORDS = ["quandtfeldova"];
const TRADER: Actor = { subject: "t", role: "trader", tin: "XA1000001" };
const OFFICER: Actor = { subject: "o", role: "officer" };
const DAY = 86_400;
const RETENTION = 30;

let core: Awaited<ReturnType<typeof startTestCore>>;

async function start(retention: ErasureRules["retention"] | undefined) {
  core = await startTestCore("xa", undefined, (country: Country) => {
    const { legalBases = [] } = country.erasure ?? {};
    return {
      ...country,
      erasure: { legalBases, ...(retention === undefined ? {} : { retention }) },
    };
  });
}
beforeEach(() => start({ days: RETENTION, legalBasis: "XA-DPA-17" }));
afterEach(() => core?.stop());

const pool = () => core.database.writerPool;
const goOn = () => passAllDue(core.database, core, core.country, core.clock, () => undefined);
const retained = () =>
  eraseOld({
    ...{ database: core.database, clock: core.clock },
    ...{ declarations: core.declarations, formalities: core.formalities },
    ...{ country: core.countryNow, log: (message: string) => expect(message).toBe("") },
  });
const caseOf = async (caseId: string) => (await core.cases.byId(caseId))!.case;
const erasable = async (caseId: string) =>
  erasableDeclaration(await caseOf(caseId), core.declarations);
const GROUND = { reason: "data-subject-request", legalBasis: "XA-DPA-17" } as const;
const COURT = { reason: "court-order", legalBasis: "XA-DPA-21" } as const;

async function done(
  caseId: string,
  command: Parameters<typeof core.declarations.act>[2],
  by = OFFICER,
) {
  const result = await core.declarations.act(by, caseId, command, {
    idempotencyKey: `${NAME} ${command.type}`,
  });
  if (result.status !== "done")
    throw new Error(`${command.type}: ${result.code} ${result.message}`);
}

async function lodge(lrn: string, exporter = NAME): Promise<string> {
  const made = naming({ lrn, exporter, description: `Trousers of ${exporter}` });
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(TRADER, bytes, {
    contentType: "application/json",
    idempotencyKey: `${exporter} ${lrn}`,
  });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged.caseId;
}

async function cleared(lrn: string, exporter?: string): Promise<string> {
  const caseId = await lodge(lrn, exporter);
  core.advance(60);
  await goOn();
  expect((await caseOf(caseId)).at.cleared).toBeDefined();
  return caseId;
}

/** Told, asked, supplied, found, screened: wherever a name can be written. */
async function planted(): Promise<string> {
  await putInForce(
    core,
    rule({
      id: "LISTED",
      scope: "declaration",
      when: "declaration.screeningHits > 0",
      lane: "red",
    }),
  );
  // Alike, and not the same, so that the list itself does not hold the name.
  await listInForce(core, "1", "Zyxomirka Quandtfeldowa");
  const caseId = await lodge("ERASE-1");
  await done(caseId, { type: "RaiseQuery", text: `Who is ${NAME}?` });
  await done(caseId, { type: "AnswerQuery", queryId: "Q1", text: `${NAME} is my aunt` }, TRADER);
  const content = Buffer.from(`Invoice of ${NAME}`);
  const digest = createHash("sha256").update(content).digest();
  await core.rooms.declarations.store.saveUpload({
    ...{ id: "019a0000-0000-7000-8000-000000000001", caseId, declarant: "XA1000001" },
    ...{ name: `${NAME}.pdf`, mediaType: "application/pdf", digest, content },
  });
  const supplied = { uploadId: "u", digest: digest.toString("hex"), documentType: "N380" };
  await done(caseId, { type: "SupplyDocument", ...supplied }, TRADER);
  const found = { result: "satisfactory", finding: `${NAME} was there` } as const;
  await done(caseId, { type: "RecordControlResult", ...found });
  core.advance(60);
  await goOn();
  await core.sequence();
  while ((await recordFacts(pool(), core.factSource)) > 0);
  // The history of risk is kept as soon as it may be, and once more when all of it is folded in.
  const signal = new AbortController().signal;
  expect(await keepHistoryNow(core.database, core.clock, signal, 1n)).toBe(true);
  core.advance(120);
  expect(await keepHistoryNow(core.database, core.clock, signal, 1n)).toBe(true);
  expect(await keptPosition(core.database.writer)).toBeGreaterThan(0n);
  await eventually(
    () => tablesWith(pool(), ...WORDS),
    (tables) => tables.includes("screening_hit") && tables.includes("screening_party"),
  );
  return caseId;
}

describe("erasing", () => {
  it("leaves nothing of a name in any table, and the history as it was", async () => {
    const caseId = await planted();
    expect(await tablesWith(pool(), ...WORDS)).toEqual(
      expect.arrayContaining([
        "idempotency",
        "payload",
        "risk_fact",
        "screening_hit",
        "screening_party",
        "upload",
      ]),
    );
    expect(await tablesWith(pool(), ...WORDS)).not.toContain("risk_history");
    const other = await cleared("OTHER-1", "Greta Sommer");
    const before = await core.rooms.declarations.store.events(caseId, 200);
    expect(
      await core.rooms.erasure.requests.ask(await erasable(caseId), COURT, "anna"),
    ).toMatchObject({
      kind: "asked",
    });
    const one = await core.rooms.erasure.requests.confirm(await erasable(caseId), "anna");
    expect(one).toMatchObject({ kind: "problem", error: { code: "CH8145" } });
    const both = await core.rooms.erasure.requests.confirm(await erasable(caseId), "bert");
    expect(both).toMatchObject({
      kind: "erased",
      erasure: { ...COURT, askedBy: "anna", confirmedBy: "bert", wipedAt: expect.any(String) },
    });
    expect(await tablesWith(pool(), ...WORDS)).toEqual([]);
    const after = await core.rooms.declarations.store.events(caseId, 200);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      ...{ type: "PersonalDataErased", v: 1 },
      body: { ...COURT, by: ["anna", "bert"] },
    });
    // Half a second later nothing has written it back, nor do the workers.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await goOn();
    await core.sequence();
    while ((await recordFacts(pool(), core.factSource)) > 0);
    expect(await tablesWith(pool(), ...WORDS)).toEqual([]);
    // Again is the same, and another case is as it was.
    const again = await core.rooms.erasure.requests.confirm(await erasable(caseId), "carl");
    expect(again).toMatchObject({ kind: "erased", erasure: { confirmedBy: "bert" } });
    expect(await core.rooms.declarations.store.events(caseId, 200)).toEqual(after);
    expect(
      await core.rooms.declarations.store.payload(other, (await caseOf(other)).documentDigest),
    ).toBeDefined();
    const act = await core.declarations.act(OFFICER, caseId, { type: "RaiseQuery", text: NAME });
    expect(act).toMatchObject({ status: "refused", code: "CH3002" });
    expect(await tablesWith(pool(), ...WORDS)).toEqual([]);
  });

  it("keeps receipts and the growth of the log provable, and notifications without a gap", async () => {
    const caseId = await planted();
    const db = core.database.writer;
    const before = (await readLogHead(db))!;
    const told = await core.rooms.notifications.notifications.ofCase(caseId);
    const receipts = await core.rooms.log.store.receipts({
      caseId,
      number: "",
      sealedFields: () => [],
    });
    await core.rooms.erasure.requests.ask(await erasable(caseId), COURT, "anna");
    await core.rooms.erasure.requests.confirm(await erasable(caseId), "bert");
    await core.sequence();
    const head = (await readLogHead(db))!;
    expect(head.size).toBe(before.size + 1n);
    const proof = await consistencyBetween(db, before.size, head.size);
    const claim = { size1: before.size, root1: before.root, size2: head.size, root2: head.root };
    expect(verifyConsistency({ ...claim, proof }, sha256)).toBe(true);
    const log = core.logKey;
    for (let seq = 1; seq <= receipts.length + 1; seq += 1) {
      const receipt = await receiptFor(db, caseId, seq);
      if (receipt.status !== "in-log") throw new Error("no receipt");
      expect(checkReceipt(receipt.text, receipt.digest, { log }, sha256)).toBeUndefined();
    }
    const now = await core.rooms.notifications.notifications.ofCase(caseId);
    const bare = ({ body: _, ...one }: (typeof now)[number]) => one;
    expect(now.map(bare)).toEqual(told.map(bare));
    expect(now.map(({ body }) => body)).toEqual(told.map(() => ({ erased: true })));
  });

  it("empties no notification of a case that is not on record as erased, and readers none at all", async () => {
    const caseId = await cleared("UNTOUCHED-1", "Greta Sommer");
    const told = await core.rooms.notifications.notifications.ofCase(caseId);
    expect(told.length).toBeGreaterThan(1);
    const statement = "SELECT customhouse_erase_notifications($1::uuid[])";
    await pool().query(statement, [[caseId]]);
    await wipeCases(core.database.writer, [caseId], core.clock().toISOString());
    expect(await core.rooms.notifications.notifications.ofCase(caseId)).toEqual(told);
    expect(
      await core.rooms.declarations.store.payload(caseId, (await caseOf(caseId)).documentDigest),
    ).toBeDefined();
    const asReader = core.database.readerPool.query(statement, [[caseId]]);
    await expect(asReader).rejects.toThrow("permission denied");
  });

  it("takes no party, hit or fact from a case that still has to do with it", async () => {
    await putInForce(core);
    await listInForce(core, "1", "Zyxomirka Quandtfeldowa");
    const first = await cleared("SHARED-1");
    const second = await cleared("SHARED-2");
    await eventually(
      () => core.rooms.screening.records.hits({ limit: 10 }),
      ([hit]) => hit?.caseIds.length === 2,
    );
    for (const caseId of [first, second]) {
      await core.rooms.erasure.requests.ask(await erasable(caseId), COURT, "anna");
      await core.rooms.erasure.requests.confirm(await erasable(caseId), "bert");
      const [hit] = await core.rooms.screening.records.hits({ limit: 10 });
      const tables = await tablesWith(pool(), ...WORDS);
      if (caseId === first) {
        expect(hit).toMatchObject({ caseIds: [second], hit: { state: "found" } });
        expect(tables).toEqual(
          expect.arrayContaining(["payload", "screening_hit", "screening_party"]),
        );
      } else {
        expect(hit).toMatchObject({ caseIds: [], hit: { state: "erased" } });
        expect(tables).toEqual([]);
      }
    }
  });
});

describe("what may be erased", () => {
  it("is over, kept for as long as the law says, and no other case needs it", async () => {
    const open = await lodge("OPEN-1");
    const asked = async (
      caseId: string,
      ground: { reason: "court-order" | "data-subject-request"; legalBasis: string },
    ) => {
      const answer = await core.rooms.erasure.requests.ask(await erasable(caseId), ground, "anna");
      return answer.kind === "problem" ? [answer.error.code, answer.message] : [answer.kind];
    };
    expect(await asked(open, COURT)).toEqual(["CH8143", expect.stringContaining("control")]);
    const caseId = await cleared("OVER-1", "Greta Sommer");
    expect(await asked(caseId, { ...COURT, legalBasis: "NONE" })).toEqual([
      "CH8146",
      expect.stringContaining("XA-DPA-17, XA-DPA-21"),
    ]);
    const from = new Date(core.clock().getTime() + RETENTION * DAY * 1_000)
      .toISOString()
      .slice(0, 10);
    expect(await asked(caseId, GROUND)).toEqual(["CH8144", expect.stringContaining(from)]);
    const early = await core.declarations.act(OFFICER, caseId, {
      ...{ type: "ErasePersonalData", ...GROUND, by: ["anna", "bert"] },
    });
    expect(early).toMatchObject({ status: "refused", code: "CH3003" });
    expect(await core.rooms.erasure.requests.confirm(await erasable(caseId), "bert")).toMatchObject(
      {
        error: { code: "CH8147" },
      },
    );
    const { mrn } = await caseOf(caseId);
    const appeal = await core.formalities.step({
      ...{ kind: "appeal", holder: "XA1000001", step: "lodge", by: { as: "holder", subject: "t" } },
      facts: { against: mrn, grounds: NAME },
    });
    if (appeal.status !== "done") throw new Error(appeal.message);
    expect(await asked(caseId, COURT)).toEqual(["CH8143", expect.stringContaining("appeal APP")]);
    const { number } = appeal.formality;
    const withdrawn = await core.formalities.step({
      ...{ number, step: "withdraw", facts: {}, by: { as: "holder", subject: "t" } },
    });
    expect(withdrawn.status).toBe("done");
    expect(await asked(caseId, COURT)).toEqual(["asked"]);
    expect(await asked(caseId, COURT)).toEqual(["asked"]);
    core.advance((RETENTION + 1) * DAY);
    expect(await asked(caseId, GROUND)).toEqual(["asked"]);
  });

  it("is a formality that is over, too", async () => {
    const begun = await core.formalities.step({
      ...{ kind: "appeal", holder: "XA1000001", step: "lodge", by: { as: "holder", subject: "t" } },
      facts: { against: "26XA00000000000000", grounds: `The grounds of ${NAME}` },
      idempotencyKey: NAME,
    });
    if (begun.status !== "done") throw new Error(begun.message);
    const { number } = begun.formality;
    const seen = async () => {
      const formality = (await core.formalities.byNumber(number))!;
      const kind = core.countryNow().formalities.find(({ kind: name }) => name === "appeal")!;
      return erasableFormality(formality, kind, core.formalities);
    };
    expect(await tablesWith(pool(), ...WORDS)).toEqual(["idempotency", "payload"]);
    expect(await core.rooms.erasure.requests.ask(await seen(), COURT, "anna")).toMatchObject({
      error: { code: "CH8143" },
    });
    const by = { as: "holder", subject: "t" } as const;
    await core.formalities.step({ number, step: "withdraw", facts: {}, by });
    await core.rooms.erasure.requests.ask(await seen(), COURT, "anna");
    expect(await core.rooms.erasure.requests.confirm(await seen(), "bert")).toMatchObject({
      kind: "erased",
    });
    expect(await tablesWith(pool(), ...WORDS)).toEqual([]);
    const formality = (await core.formalities.byNumber(number))!;
    expect(formality).toMatchObject({
      state: "withdrawn",
      facts: { erasedReason: "court-order", erasedBasis: "XA-DPA-21" },
    });
    expect(await core.formalities.personalFacts(formality)).toEqual({});
  });
});

describe("retention", () => {
  it("erases what is past its time, and nothing else", async () => {
    const old = await cleared("OLD-1");
    core.advance((RETENTION - 1) * DAY);
    const young = await cleared("YOUNG-1", "Greta Sommer");
    expect(await retained()).toBe(0);
    core.advance(2 * DAY);
    expect(await retained()).toBe(1);
    expect((await caseOf(old)).erased).toMatchObject({ reason: "retention-over" });
    expect((await caseOf(young)).erased).toBeUndefined();
    expect(await tablesWith(pool(), ...WORDS)).toEqual([]);
    expect(await core.rooms.erasure.requests.of(old)).toMatchObject({
      askedBy: "system/retention",
    });
    expect(await retained()).toBe(0);
  });

  it("finishes what a server that was killed had begun", async () => {
    const caseId = await cleared("KILLED-1");
    const one = await erasable(caseId);
    await core.rooms.erasure.requests.ask(one, COURT, "anna");
    expect(await one.erase({ ...COURT, by: ["anna", "bert"] })).toBeUndefined();
    expect(await tablesWith(pool(), ...WORDS)).toContain("payload");
    await retained();
    expect(await tablesWith(pool(), ...WORDS)).toEqual([]);
    expect(await core.rooms.erasure.requests.of(caseId)).toMatchObject({
      wipedAt: expect.any(String),
    });
  });

  it("is off where the country sets no period, though erasing on request is not", async () => {
    await core.stop();
    await start(undefined);
    const caseId = await cleared("KEPT-1");
    core.advance(20 * 365 * DAY);
    expect(await retained()).toBe(0);
    expect(
      await core.rooms.erasure.requests.ask(await erasable(caseId), GROUND, "anna"),
    ).toMatchObject({
      kind: "asked",
    });
  });
});
