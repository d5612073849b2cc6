/** Refusals that no journey meets on its way. */
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { backtestPolicy } from "../../src/rooms/risk/operations/backtest-policy.ts";
import type { RiskRecords } from "../../src/rooms/risk/risk-records.ts";
import { type CallOptions, startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer({ limits: { subscriptionsPerParty: 1 } });
  token = await server.token("trader");
});
afterAll(() => server?.stop());

const refused = async (path: string, options: CallOptions) => {
  const { status, json } = await server.call(path, { token, ...options });
  return [status, json.code];
};

it("forms that there are not, and documents without content", async () => {
  const json = declaration({ declarant: "XA1000001", lrn: "REF-1", guarantee: "XADEF0001" });
  const { mrn } = (await server.call("/v1/declarations", { token, json })).json;
  const headers = { Accept: "image/png" };
  expect(await refused(`/v1/declarations/${mrn}/full`, { headers })).toEqual([406, "CH8014"]);
  const empty = { method: "POST", headers: { "Content-Type": "application/pdf" } };
  const path = `/v1/declarations/${mrn}/documents?name=a.pdf&type=N380`;
  expect(await refused(path, empty)).toEqual([422, "CH8025"]);
});

it("callbacks into inner networks, and more of them than there may be", async () => {
  const subscribe = (url: string) => refused("/v1/subscriptions", { json: { url } });
  for (const url of ["http://example.org/x", "https://10.0.0.1/x", "https://a.internal/x"]) {
    expect(await subscribe(url), url).toEqual([422, "CH8031"]);
  }
  expect((await subscribe("https://example.org/one"))[0]).toBe(201);
  expect(await subscribe("https://example.org/two")).toEqual([422, "CH8032"]);
});

it("kinds of formality that there are not", async () => {
  const json = { kind: "nothingOfThat", facts: {} };
  expect(await refused("/v1/formalities", { json })).toEqual([422, "CH3201"]);
});

it("a back-test that failed", async () => {
  const records = {
    policy: async () => ({ state: "draft" }),
    backtest: async () => ({ failure: Promise.resolve("no history"), isOver: () => true }),
  } as unknown as RiskRecords;
  const reply = await backtestPolicy({ records } as never).run({
    params: { version: "1" },
    query: new URLSearchParams(),
    bytes: new Uint8Array(),
  } as never);
  expect(reply).toMatchObject({ kind: "problem", code: "CH8125", message: "no history" });
});
