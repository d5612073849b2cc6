/** What analysts read in the open: taken in with where it comes from, shown beside whom it may speak of, and let go. */
import { utcDay } from "@customhouse/model";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOpenSourceRecords } from "../../src/rooms/risk/open-source-records.ts";
import { forgetItems } from "../../src/rooms/risk/store/open-source-items.ts";
import { startTestCore } from "../support/core.ts";
import { naming } from "../support/named.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const PATH = "/v1/risk/open-source-items";
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ITEM = {
  id: "n1",
  source: "Harbour Gazette",
  address: "https://gazette.example/n1",
  licence: "CC BY 4.0",
  publishedOn: day(-12),
  retrievedOn: day(-2),
  expiresOn: day(300),
  confidence: 0.5,
  language: "en",
  text: `Nothern Star Shipping was named in a report.\u0000\ud800 ${"More of it. ".repeat(100)}`,
  mentions: ["Nothern Star Shipping Ltd", "Nobody Known"],
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

async function call(user: string, path: string, method = "GET", json?: unknown, why = true) {
  const headers: Record<string, string> = why ? { Purpose: "risk-analysis" } : {};
  return server.call(path, { method, json, headers, token: await server.token(user) });
}
const taken = (more: object = {}) => call("analyst", PATH, "POST", { ...ITEM, ...more });

async function lodged(lrn: string, exporter: string): Promise<string> {
  const json = JSON.parse(JSON.stringify(naming({ lrn, exporter })));
  const answer = await server.call("/v1/declarations", {
    token: await server.token("trader"),
    json,
  });
  expect(answer.status, answer.text).toBe(202);
  return answer.json.caseId;
}
const seenBy = async (user: string, caseId: string) => call(user, `/v1/cases/${caseId}/risk`);

it("is for analysts alone, for a stated purpose", async () => {
  for (const user of ["trader", "officer", "agency"]) {
    expect((await call(user, PATH, "POST", ITEM)).status, user).toBe(403);
    expect((await call(user, PATH)).status, user).toBe(403);
  }
  expect((await call("analyst", PATH, "GET", undefined, false)).json.code).toBe("CH8124");
});

it("is shown on the case of whom it may speak of, with source, licence, age and confidence", async () => {
  const first = await taken();
  expect(first.status, first.text).toBe(201);
  const again = await taken({ confidence: 0.8 });
  expect(again.json).toEqual({ itemId: first.json.itemId, replaced: true });
  const caseId = await lodged("OPEN-1", "Northern Star Shipping Company");
  const { json } = await seenBy("officer", caseId);
  expect(json.openSource).toMatchObject([
    {
      ...{ source: "Harbour Gazette", licence: "CC BY 4.0", ageDays: 12, confidence: 0.8 },
      ...{ address: ITEM.address, isCut: true },
      links: [{ mention: "Nothern Star Shipping Ltd", party: "Northern Star Shipping Company" }],
    },
  ]);
  const [link] = json.openSource[0].links;
  expect(link.weight).toBeCloseTo(link.likeness * 0.8, 9);
  expect((await seenBy("analyst", caseId)).json.openSource).toHaveLength(1);
  expect((await seenBy("trader", caseId)).status).toBe(403);
  const other = await lodged("OPEN-2", "Greta Sommer");
  expect((await seenBy("officer", other)).json.openSource).toEqual([]);
});

it("is listed, read and taken out, and then linked to nobody", async () => {
  const { itemId } = (await taken()).json;
  const { json } = await call("analyst", PATH);
  expect(json.items).toMatchObject([{ itemId, source: "Harbour Gazette" }]);
  expect(json.items[0]).not.toHaveProperty("text");
  expect((await call("analyst", `${PATH}/${itemId}`)).json.text).toContain("was named in a report");
  const caseId = await lodged("OPEN-3", "Northern Star Shipping Company");
  expect((await seenBy("officer", caseId)).json.openSource).toHaveLength(1);
  expect((await call("officer", `${PATH}/${itemId}`, "DELETE")).status).toBe(403);
  expect((await call("analyst", `${PATH}/${itemId}`, "DELETE")).status).toBe(204);
  expect((await call("analyst", `${PATH}/${itemId}`, "DELETE")).status).toBe(404);
  expect((await call("analyst", `${PATH}/${itemId}`)).status).toBe(404);
  expect((await seenBy("officer", caseId)).json.openSource).toEqual([]);
});

it("is refused without its rights and dates, for too long, and with an address that is no page", async () => {
  for (const change of [
    { licence: " " },
    { retrievedOn: "yesterday" },
    { expiresOn: day(2_000) },
    { retrievedOn: day(-9), expiresOn: day(-1), publishedOn: day(-9) },
    { confidence: 2 },
    { mentions: [""] },
  ]) {
    const { status, json } = await taken({ id: "bad", ...change });
    expect([status, json.code], JSON.stringify(change)).toEqual([422, "CH4471"]);
  }
  for (const address of ["javascript:alert(1)", "file:///etc/passwd", "nowhere"]) {
    expect((await taken({ id: "bad", address })).status, address).toBe(400);
  }
});

it("goes on its last day", async () => {
  const core = await startTestCore();
  const { database, clock, stop } = core;
  try {
    const records = createOpenSourceRecords(database.writer);
    const today = clock().toISOString().slice(0, 10);
    const dates = { publishedOn: today, retrievedOn: today, expiresOn: today };
    await records.keep({ ...ITEM, ...dates, text: "" }, "analyst", {
      now: clock().toISOString(),
      day: utcDay(clock()),
    });
    const parties = [{ id: "p", name: "Northern Star Shipping" }];
    expect(await records.about(parties, today)).toHaveLength(1);
    expect(await records.about(parties, "2199-01-01")).toEqual([]);
    expect(await forgetItems(database.writer, today)).toBe(0);
    expect(await forgetItems(database.writer, "2199-01-01")).toBe(1);
    const { rows } = await database.writerPool.query("SELECT FROM open_source_mention");
    expect(rows).toEqual([]);
  } finally {
    await stop();
  }
});
