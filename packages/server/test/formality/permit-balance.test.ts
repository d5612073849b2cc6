/** What is left of a permit ends with it: also what a cancelled declaration gives back too late. */
import { standardFormalities } from "@customhouse/formalities";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/platform/access/principal.ts";
import { sweepEndedPermits } from "../../src/rooms/formalities/jobs/empty-ended-permits.ts";
import { checkLedger, sumOfAccount } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const KG = 1_000_000n;
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

async function step(number: string | undefined, name: string, more: Record<string, unknown> = {}) {
  const { facts = {}, subject = "medic", as = "agency", ...rest } = more;
  return core.formalities.step({
    ...(number === undefined ? { kind: "permit", holder: "XA1000001" } : { number }),
    step: name,
    by: { as, subject },
    facts,
    ...rest,
  } as Parameters<typeof core.formalities.step>[0]);
}

async function issued(quantity: string): Promise<string> {
  const facts = { documentType: "L001", agency: "XAMED", commodities: ["3004"], quantity };
  const applied = await step(undefined, "apply", {
    as: "holder",
    facts: { ...facts, unit: "KGM" },
  });
  if (applied.status !== "done") throw new Error(applied.message);
  const { number } = applied.formality;
  const given = { validFrom: "2020-01-01", validTo: "2035-12-31" };
  expect((await step(number, "issue", { facts: given })).status).toBe("done");
  return number;
}

async function medicines(number: string, netKg: string): Promise<string> {
  counter += 1;
  const made = declaration({ lrn: `MED-${counter}`, items: [{ commodity: "30049000" }] });
  const item = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0];
  if (item?.Commodity?.GoodsMeasure === undefined) throw new Error("no measure");
  item.AdditionalDocument = [{ CategoryCode: "L", TypeCode: "001", ID: number }];
  item.Commodity.GoodsMeasure.NetNetWeightMeasure = netKg;
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged.caseId;
}

const left = (number: string) => sumOfAccount(core.database.writer, `lpco/${number}`, "KGM");
const ended = (number: string) =>
  sumOfAccount(core.database.writer, `outside/lpco-ended/${number}`, "KGM");

async function booksAreSound() {
  const { drifted, belowFloor, overdrawnCases } = await checkLedger(core.database.writer);
  expect([drifted, belowFloor, overdrawnCases]).toEqual([[], [], []]);
}

describe("a permit's balance", () => {
  it("leaves with the revocation, late returns are swept, and all of it comes back", async () => {
    const number = await issued("100");
    const caseId = await medicines(number, "60");
    expect(await left(number)).toBe(40n * KG);
    const revoked = await step(number, "revoke", { words: "False statements" });
    expect(revoked).toMatchObject({
      status: "done",
      formality: { state: "revoked", facts: { endedBalance: "40.000000" } },
    });
    expect([await left(number), await ended(number)]).toEqual([0n, 40n * KG]);
    await core.declarations.act(SYSTEM, caseId, { type: "Cancel", lrn: "C" });
    expect(await left(number)).toBe(60n * KG);
    expect(await sweepEndedPermits(core.database, core.formalities, standardFormalities)).toBe(1);
    expect([await left(number), await ended(number)]).toEqual([0n, 100n * KG]);
    expect(await sweepEndedPermits(core.database, core.formalities, standardFormalities)).toBe(0);
    await booksAreSound();
    const lifted = await step(number, "reinstate", { words: "Wrong trader", subject: "head" });
    expect(lifted.status).toBe("done");
    expect([await left(number), await ended(number)]).toEqual([100n * KG, 0n]);
    await booksAreSound();
  });

  it("is taken whole also while declarations take their share", async () => {
    const number = await issued("100");
    const lodging = Array.from({ length: 8 }, () => medicines(number, "7"));
    const revoked = step(number, "revoke", { words: "False statements" });
    await Promise.all([...lodging, revoked]);
    expect((await revoked).status).toBe("done");
    expect(await left(number)).toBe(0n);
    await booksAreSound();
  });

  it("is nobody's to state", async () => {
    const number = await issued("10");
    const typed = await step(number, "revoke", { words: "x", facts: { endedBalance: "1" } });
    expect(typed).toMatchObject({ status: "refused", code: "CH3204" });
    const swept = await step(number, "sweep", { as: "system" });
    expect(swept).toMatchObject({ status: "refused", code: "CH3202" });
    expect(await left(number)).toBe(10n * KG);
  });
});
