/** Several filers over HTTP: whose part it is follows from the token; each reads its own, an officer the whole. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let carrier: string;
let forwarder: string;
let officer: string;
let other: string;

beforeAll(async () => {
  server = await startTestServer();
  carrier = await server.token("trader");
  forwarder = await server.token("broker");
  officer = await server.token("officer");
  other = await server.token("trader2");
});
afterAll(() => server?.stop());

const consignee = (name: string) => ({ consignments: { consignee: { name } } });

describe("a filing of several filers", () => {
  it("keeps each filer's customers from the other, and shows officers where they differ", async () => {
    const facts = { mode: "sea", master: "READ-1", partner: "XA2000001", ...consignee("A") };
    const begun = await server.call("/v1/formalities", {
      token: carrier,
      json: { kind: "filing", step: "file", facts },
    });
    expect(begun.status, begun.text).toBe(201);
    const at = `/v1/formalities/${begun.json.number}`;
    const step = { step: "fileHouse", facts: { houses: ["READ-1-1"], ...consignee("B") } };
    const filed = await server.call(`${at}/steps`, { token: forwarder, json: step });
    expect(filed.status, filed.text).toBe(200);
    const read = async (token: string) => (await server.call(at, { token })).json.facts;
    expect(await read(carrier)).toMatchObject(consignee("A"));
    expect(await read(forwarder)).toMatchObject(consignee("B"));
    for (const token of [carrier, forwarder])
      expect(Object.keys(await read(token))).not.toContain("filersDiffer");
    const history = await server.call(`${at}/history`, { token: forwarder });
    expect(history.text).not.toMatch(/filersDiffer|"A"/);
    expect(await read(officer)).toMatchObject({
      consignments: { consignee: [{ name: "A" }, { name: "B" }] },
      filersDiffer: ["consignee"],
    });
  });
});

/** What the carrier files, of which nothing but its master reference is anybody else's to know. */
const CARRIERS = {
  houses: ["SECRET-HOUSE"],
  containers: ["MSKU7654321"],
  consignments: { consignee: { name: "SECRET-CONSIGNEE" } },
  goods: "SECRET-GOODS",
};
const SECRET = /SECRET|MSKU7654321|XA4000002/;
const OWN = {
  houses: ["OTHER-1"],
  containers: ["TCLU4265727"],
  consignments: { consignee: { name: "Its own customer" } },
  goods: "Its own goods",
};

describe("another filer of a filing", () => {
  let at: string;
  const step = (token: string, json: unknown) => server.call(`${at}/steps`, { token, json });

  beforeAll(async () => {
    const facts = { mode: "sea", master: "READ-2", ...CARRIERS };
    const otherFilers = ["XA1000002", "XA4000002"];
    const begun = await server.call("/v1/formalities", {
      token: carrier,
      json: { kind: "filing", step: "file", facts: { ...facts, otherFilers } },
    });
    expect(begun.status, begun.text).toBe(201);
    at = `/v1/formalities/${begun.json.number}`;
  });

  it("sees where it stands and what all share, and nothing that others gave", async () => {
    const seen = await server.call(at, { token: other });
    expect(seen.json).toMatchObject({ state: "partial", facts: { master: "READ-2", mode: "sea" } });
    expect(seen.json.code).toBeUndefined();
    expect(seen.json.next.map((one: { step: string }) => one.step)).toEqual(["fileHouse"]);
    const today = new Date().toISOString().slice(0, 10);
    const pages = ["", "/history", `/history?on=${today}`].map((path) => `${at}${path}`);
    for (const page of [...pages, "/v1/formalities?kind=filing"]) {
      const answer = await server.call(page, { token: other });
      expect([page, answer.status]).toEqual([page, 200]);
      expect(answer.text).toContain(page.includes("kind") ? "READ-2" : "partial");
      expect(answer.text, page).not.toMatch(SECRET);
    }
  });

  it("gives its own part, and no other", async () => {
    const filed = await step(other, { step: "fileHouse", facts: OWN });
    expect(filed.status, filed.text).toBe(200);
    expect(filed.text).not.toMatch(SECRET);
    const seen = await server.call(at, { token: other });
    expect(seen.json.facts).toMatchObject({ ...OWN, houseFiled: "yes" });
    expect(seen.text).not.toMatch(SECRET);
    const history = await server.call(`${at}/history`, { token: other });
    expect(history.text).not.toMatch(SECRET);
    expect((await server.call(at, { token: carrier })).text).not.toMatch(/Its own/);
    const whole = (await server.call(at, { token: officer })).json.facts;
    expect(whole.goods).toEqual([CARRIERS.goods, OWN.goods]);
    expect(whole.houses).toEqual([...CARRIERS.houses, ...OWN.houses]);
    const master = { step: "fileHouse", facts: { master: "OTHERS", ...OWN } };
    expect((await step(other, master)).json.code).toBe("CH3204");
    for (const name of ["amend", "arrive", "giveInformation"])
      expect((await step(other, { step: name, words: "?" })).json.code).toBe("CH3203");
  });

  it("does not read what customs asked of the carrier, nor learns of its containers", async () => {
    const asked = await step(officer, {
      step: "askInformation",
      words: "Who is SECRET-CONSIGNEE?",
    });
    expect(asked.status, asked.text).toBe(200);
    const history = await server.call(`${at}/history`, { token: other });
    expect(history.text).toContain("informationAsked");
    expect(history.text).not.toMatch(SECRET);
    const told = await server.call("/v1/notifications", { token: other });
    expect(told.text).not.toMatch(SECRET);
    const alarm = { kind: "seal-broken", at: new Date().toISOString() };
    const report = (token: string, container: string) =>
      server.call(`/v1/containers/${container}/alarms`, { token, json: alarm });
    expect((await report(other, "MSKU7654321")).status).toBe(404);
    expect((await report(carrier, "MSKU7654321")).status).toBe(202);
  });

  it("is seen by whoever represents it, and by nobody else", async () => {
    // The broker acts for this filer.
    expect((await server.call(at, { token: forwarder })).json.facts.goods).toBe("Its own goods");
    const stranger = await server.sign({ sub: "s", role: "trader", tin: "XA4000003" });
    expect((await server.call(at, { token: stranger })).status).toBe(404);
  });
});
