/** A tariff from the file to the next declaration, and back. */
import { country as xa } from "@customhouse/country-xa";
import type { Measure } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let keeper: string;
let trader: string;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
  keeper = await server.token("administrator");
  trader = await server.token("trader");
});
afterAll(() => server?.stop());

const TROUSERS = "62034235";
const post = (path: string, json?: unknown) =>
  server.call(path, { method: "POST", token: keeper, ...(json === undefined ? {} : { json }) });

/** The country's measures with another duty on trousers. */
function withDuty(percent: string): readonly Measure[] {
  return xa.tariff.measures.map((measure) =>
    measure.taxType === "A00" && TROUSERS.startsWith(measure.commodity) && "percent" in measure.rate
      ? { ...measure, rate: { percent } }
      : measure,
  );
}

const bring = (measures: readonly unknown[]) =>
  post("/v1/tariff/versions", { note: "test", measures });

async function dutyOf(): Promise<string> {
  counter += 1;
  const json = declaration({ lrn: `TARIFF-${counter}`, items: [{ commodity: TROUSERS }] });
  const lodged = await server.call("/v1/declarations", { token: trader, json });
  const status = await server.call(`/v1/declarations/${lodged.json.mrn}`, { token: trader });
  return status.json.duty.find((line: { taxType: string }) => line.taxType === "A00").amount;
}

describe("a tariff", () => {
  it("is imported, tried, put in force for what comes next, and taken back", async () => {
    const before = await dutyOf();
    const { json: draft } = await bring(withDuty("50"));
    expect(draft).toMatchObject({ state: "draft", note: "test" });
    expect((await post(`/v1/tariff/versions/${draft.version}/activation`)).json.code).toBe(
      "CH8112",
    );
    expect(await dutyOf()).toBe(before);
    const tried = await post(`/v1/tariff/versions/${draft.version}/canary`);
    expect(tried.json).toMatchObject({
      state: "tried",
      report: { declarations: 2, changed: 2, failed: [] },
    });
    expect(Number(tried.json.report.totalAfter)).toBeGreaterThan(
      Number(tried.json.report.totalBefore),
    );
    const active = await post(`/v1/tariff/versions/${draft.version}/activation`);
    expect(active.json.state).toBe("active");
    expect(await dutyOf()).toBe("500.00");
    const { json: second } = await bring(withDuty("1"));
    await post(`/v1/tariff/versions/${second.version}/canary`);
    await post(`/v1/tariff/versions/${second.version}/activation`);
    expect(await dutyOf()).toBe("10.00");
    expect((await post("/v1/tariff/rollback")).json).toEqual({ version: draft.version });
    expect(await dutyOf()).toBe("500.00");
    expect((await post("/v1/tariff/rollback")).json).toEqual({ version: 0 });
    expect(await dutyOf()).toBe(before);
    expect((await post("/v1/tariff/rollback")).json.code).toBe("CH8112");
    const again = await post(`/v1/tariff/versions/${second.version}/activation`);
    expect(again.json.code).toBe("CH8112");
  });

  it("is one at a time, however many are put in force at once", async () => {
    const versions = [];
    for (const percent of ["2", "3", "4"]) {
      const { json } = await bring(withDuty(percent));
      await post(`/v1/tariff/versions/${json.version}/canary`);
      versions.push(json.version);
    }
    await Promise.all(versions.map((version) => post(`/v1/tariff/versions/${version}/activation`)));
    const { json } = await server.call("/v1/tariff/versions", { token: keeper });
    const active = json.items.filter((one: { state: string }) => one.state === "active");
    expect(active).toHaveLength(1);
    await post("/v1/tariff/rollback");
  });

  it("with wrong rows is not taken, and every row is told", async () => {
    const good = withDuty("5");
    const [first] = good;
    const rows = [
      ...good,
      { ...first, id: "overlap" },
      {
        id: "x",
        commodity: "01",
        taxType: "NONE",
        rate: { percent: "5" },
        validFrom: "2020-01-01",
        legalReference: "x",
      },
      {
        id: "y",
        commodity: "02",
        taxType: "A00",
        rate: { percent: "-5" },
        validFrom: "2020-01-01",
        legalReference: "x",
      },
      {
        id: "z",
        commodity: "03",
        taxType: "A00",
        rate: { amount: "1", per: "1", unit: "XYZ" },
        validFrom: "2020-02-30",
        legalReference: "x",
      },
      "no row at all",
    ];
    const answer = await bring(rows);
    expect(answer.status).toBe(422);
    expect(answer.json.code).toBe("CH8111");
    const codes = answer.json.findings.map((finding: { code: string }) => finding.code);
    expect(new Set(codes)).toEqual(new Set(["CH3101", "CH3102", "CH3103", "CH3104", "CH3105"]));
    expect((await bring([])).json.code).toBe("CH8000");
  });
});

describe("a quote", () => {
  it("tells landed cost with every step, to anybody, as of any day", async () => {
    const goods = [{ commodity: TROUSERS, origin: "CN", price: "1000.00" }];
    const quote = (json: unknown) => server.call("/v1/quotes", { json });
    const { json } = await quote({ goods, deliveryTerms: "CIF", on: "2026-03-01" });
    expect(json).toMatchObject({ currency: "USD", items: [{ item: 1, customsValue: "1000.00" }] });
    expect(json.items[0].lines.length).toBeGreaterThan(1);
    expect(Number(json.landedCost)).toBeCloseTo(1000 + Number(json.payable));
    expect((await quote({ goods: [] })).status).toBe(400);
    expect((await quote({ goods: [{ commodity: "62", price: "-1" }] })).status).toBe(400);
  });
});
