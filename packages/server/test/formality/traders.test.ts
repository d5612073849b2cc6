/** Traders from application to merger, told in master data messages from which another server builds the same register. */
import { decode } from "@customhouse/messages";
import { eventually } from "@customhouse/testkit/patience";
import { masterDataProfile } from "@customhouse/traders";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let officer: string;
let second: string;
let keeper: string;

beforeAll(async () => {
  server = await startTestServer();
  officer = await server.token("officer");
  second = await server.token("officer2");
  keeper = await server.token("administrator");
});
afterAll(() => server?.stop());

const master = (name: string, more: Record<string, unknown> = {}) => ({
  Name: name,
  Address: [
    { Line: "1 Quay Street", CityName: "Harbour City", PostcodeID: "10001", CountryCode: "XA" },
  ],
  Communication: [{ ID: "office@example.org", TypeCode: "EM" }],
  AdditionalInformation: [
    {
      StatementCode: "XA-COMPANIES",
      StatementDescription: `N-${name.length}`,
      StatementTypeCode: "REG",
    },
  ],
  ...more,
});

const send = (token: string, message: Record<string, unknown>, on = server) =>
  on.call("/v1/traders/messages", { token, json: { TraderMasterData: message } });
const step = (token: string, tin: string, name: string, more: Record<string, unknown> = {}) =>
  server.call(`/v1/formalities/${tin}/steps`, { token, json: { step: name, ...more } });

async function registered(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const made = await send(officer, { FunctionCode: "9", ...master(name, more) });
  expect(made.status, made.text).toBe(200);
  const tin = made.json.TraderMasterData.ID;
  expect((await step(second, tin, "verify")).status).toBe(200);
  const activated = await step(officer, tin, "activate", { facts: { authorisations: ["DPO"] } });
  expect(activated.json, activated.text).toMatchObject({ state: "active", inForce: true });
  return tin;
}

describe("a trader", () => {
  it("applies, is verified by other eyes, and exists under one number", async () => {
    const made = await send(officer, { FunctionCode: "9", ...master("Cinnabar Imports") });
    const { ID: tin, Status } = made.json.TraderMasterData;
    expect(tin).toMatch(/^XA\d{7}$/);
    expect(Status.NameCode).toBe("APP");
    expect((await step(officer, tin, "verify")).json.code).toBe("CH3205");
    expect((await step(second, tin, "verify")).json.state).toBe("verified");
  });

  it("is told as XML and JSON alike", async () => {
    const tin = await registered("Delta Machines");
    const headers = { Accept: "application/xml" };
    const xml = await server.call(`/v1/traders/${tin}`, { token: officer, headers });
    const json = await server.call(`/v1/traders/${tin}`, { token: officer });
    const read = decode(new TextEncoder().encode(xml.text), { profile: masterDataProfile });
    expect(read.findings).toEqual([]);
    expect(read.document).toEqual(json.json);
    expect(json.json.TraderMasterData).toMatchObject({
      Name: "Delta Machines",
      Status: { NameCode: "ACT" },
    });
  });

  it("updates its own record, and nobody else does", async () => {
    const tin = await registered("Echo Textiles");
    const own = await server.sign({ sub: "echo", role: "trader", tin });
    const changed = await send(own, { FunctionCode: "5", ID: tin, ...master("Echo Fabrics") });
    expect(changed.json.TraderMasterData, changed.text).toMatchObject({ Name: "Echo Fabrics" });
    const stranger = await server.token("trader");
    expect((await send(stranger, { FunctionCode: "5", ID: tin, Name: "Mine" })).status).toBe(404);
    expect((await send(stranger, { FunctionCode: "13", ID: tin })).status).toBe(404);
    expect((await send(own, { FunctionCode: "13", ID: tin })).json.TraderMasterData.Name).toBe(
      "Echo Fabrics",
    );
    expect((await send(own, { FunctionCode: "11", ID: tin, Name: "Me" })).status).toBe(403);
  });

  it("is asked in coded errors for what is missing or wrong", async () => {
    expect((await send(officer, { FunctionCode: "9" })).json.code).toBe("CH8000");
    const long = await send(officer, { FunctionCode: "9", Name: "x".repeat(71) });
    expect(long.json.findings?.length, long.text).toBeGreaterThan(0);
    expect((await send(officer, { FunctionCode: "77", Name: "x" })).status).toBe(400);
    expect((await send(keeper, { FunctionCode: "11", ID: "not-a-tin", Name: "x" })).status).toBe(
      400,
    );
    expect(
      (await send(keeper, { FunctionCode: "11", ID: "GB1", Name: "x" })).json.message,
    ).toContain("format");
  });

  it("is found again under another spelling, and merged by an officer", async () => {
    const first = await registered("Société Générale d'Épices S.A.R.L.");
    const again = await registered("Societe Generale d'Epices", {
      Communication: [{ ID: "other@example.org", TypeCode: "EM" }],
      AdditionalInformation: undefined,
    });
    const unlike = await registered("Quartz Foundry Ltd", {
      Address: [{ Line: "9 Hill Road", CityName: "Upton", CountryCode: "XA" }],
      Communication: undefined,
    });
    const found = await server.call(`/v1/traders/${again}/duplicates`, { token: officer });
    expect(found.json.items[0], found.text).toMatchObject({ tin: first });
    expect(found.json.items.map((one: { tin: string }) => one.tin)).not.toContain(unlike);
    const merged = await step(officer, again, "merge", { facts: { mergedInto: first } });
    expect(merged.json).toMatchObject({ state: "merged", inForce: false });
    expect((await step(officer, again, "resume")).json.code).toBe("CH3202");
  });

  it("is read as it stood on a day", async () => {
    const tin = await registered("Foxtrot Foods");
    await step(officer, tin, "suspend", { words: "Fees unpaid" });
    const history = (on: string) =>
      server.call(`/v1/formalities/${tin}/history?on=${on}`, { token: officer });
    const today = new Date().toISOString().slice(0, 10);
    expect((await history(today)).json.state).toBe("suspended");
    expect((await history("2020-01-01")).status).toBe(404);
  });
});

describe("the register", () => {
  it("is built again from its messages alone, on another server", async () => {
    const tin = await registered("Golf Instruments");
    await step(officer, tin, "verifyContact", {
      facts: { verifiedContacts: ["office@example.org"] },
    });
    await step(officer, tin, "update", { facts: { language: "fr" } });
    await step(officer, tin, "suspend", { words: "For a while" });
    const copy = await startTestServer();
    try {
      const copyKeeper = await copy.token("administrator");
      const source = await server.call("/v1/traders/digest", { token: keeper });
      const pull = async () => {
        let after = "";
        let taken = 0;
        for (;;) {
          const query = after === "" ? "" : `&after=${after}`;
          const page = await server.call(`/v1/traders/messages?limit=7${query}`, { token: keeper });
          if (page.json.items.length === 0) return taken;
          for (const { message } of page.json.items) {
            const took = await copy.call("/v1/traders/messages", {
              token: copyKeeper,
              json: message,
            });
            expect(took.status, took.text).toBe(200);
            taken += 1;
          }
          after = page.json.next;
        }
      };
      await eventually(pull, (taken) => taken >= source.json.traders);
      const built = await copy.call("/v1/traders/digest", { token: copyKeeper });
      expect(built.json).toEqual(source.json);
      await step(officer, tin, "resume");
      const later = await server.call("/v1/traders/digest", { token: keeper });
      expect(later.json.sha256).not.toBe(built.json.sha256);
    } finally {
      await copy.stop();
    }
  });
});
