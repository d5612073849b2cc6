/** Who sees which accounts in a list, and that pages join without a gap. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let trader: string;
let officer: string;

beforeAll(async () => {
  server = await startTestServer();
  trader = await server.token("trader");
  officer = await server.token("officer");
});
afterAll(() => server?.stop());

interface Line {
  readonly account: string;
  readonly [name: string]: unknown;
}

async function list(token: string, query = ""): Promise<readonly Line[]> {
  const answer = await server.call(`/v1/accounts${query}`, { token });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
}
const numbers = async (token: string, query?: string) =>
  (await list(token, query)).map(({ account }) => account);

async function step(token: string, number: string, name: string, facts = {}): Promise<void> {
  const json = {
    step: name,
    facts,
    ...(name === "suspend" ? { words: "Its guarantor failed" } : {}),
  };
  const done = await server.call(`/v1/formalities/${number}/steps`, { token, json });
  expect(done.status, done.text).toBe(200);
}

async function guarantee(facts: Record<string, string>): Promise<string> {
  const json = { kind: "guarantee", facts: { amount: "500.00", currency: "USD", ...facts } };
  const offered = await server.call("/v1/formalities", { token: trader, json });
  expect(offered.status, offered.text).toBe(201);
  await step(officer, offered.json.number, "accept");
  return offered.json.number;
}

async function permit(): Promise<string> {
  const agency = await server.sign({ sub: "medic", role: "agency", agency: "XAMED" });
  const facts = { documentType: "L001", agency: "XAMED", commodities: ["3004"] };
  const json = { kind: "permit", facts: { ...facts, quantity: "20", unit: "KGM" } };
  const applied = await server.call("/v1/formalities", { token: trader, json });
  expect(applied.status, applied.text).toBe(201);
  const days = { validFrom: "2020-01-01", validTo: "2090-01-01" };
  await step(agency, applied.json.number, "issue", days);
  return applied.json.number;
}

describe("the list of accounts", () => {
  it("has what a trader holds, also what is no longer in force, each with what it is for", async () => {
    const suspended = await guarantee({ use: "guarantee" });
    const deferment = await guarantee({ use: "deferment", securedBy: suspended });
    const licence = await permit();
    await step(officer, suspended, "suspend");
    const items = await list(trader);
    expect(items).toContainEqual({
      account: "XADEF0001",
      holder: "XA1000001",
      kind: "deferment",
      unit: "USD",
      amountMinor: "100000000000",
      floorMinor: "0",
      inForce: true,
    });
    const money = { holder: "XA1000001", unit: "USD", amountMinor: "50000", floorMinor: "0" };
    expect(items).toContainEqual({
      ...money,
      account: suspended,
      kind: "guarantee",
      inForce: false,
    });
    expect(items).toContainEqual({
      ...money,
      account: deferment,
      kind: "deferment",
      securedBy: suspended,
      inForce: true,
    });
    expect(items.find(({ account }) => account === licence)).toMatchObject({
      kind: "permit",
      unit: "KGM",
      amountMinor: "20000000",
    });
  });

  it("shows nobody what belongs to another", async () => {
    expect(await numbers(trader)).not.toContain("XADEF0002");
    expect(await numbers(trader, "?holder=XA1000002")).toEqual([]);
    const other = await server.token("trader2");
    expect(await numbers(other)).toEqual(["XADEF0002", "XAGUA0002"]);
    // The broker that this trader empowered sees the same, and nothing of the other trader.
    expect(await numbers(await server.token("broker"))).toEqual(["XADEF0002", "XAGUA0002"]);
    expect(await numbers(officer, "?holder=XA1000002")).toEqual(["XADEF0002", "XAGUA0002"]);
    expect(await numbers(officer, "?holder=XA9999999")).toEqual([]);
  });

  it("asks an officer whose", async () => {
    const answer = await server.call("/v1/accounts", { token: officer });
    expect([answer.status, answer.json.code]).toEqual([400, "CH8000"]);
    expect(answer.json.message ?? answer.json.detail).toContain("query.holder");
  });

  it("comes in pages that leave nothing out", async () => {
    const whole = await numbers(trader);
    const paged: string[] = [];
    let after = "";
    do {
      const { json } = await server.call(`/v1/accounts?limit=1${after}`, { token: trader });
      paged.push(...json.items.map(({ account }: Line) => account));
      after = json.next === undefined ? "" : `&after=${json.next}`;
    } while (after !== "");
    expect(paged).toEqual(whole);
    const foreign = await server.call("/v1/accounts?after=Zm9ybWFsaXRpZXM6eA", { token: trader });
    expect(foreign.json.code).toBe("CH8004");
  });
});
