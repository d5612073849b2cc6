/** Several filers over HTTP: whose part it is follows from the token; each reads its own, an officer the whole. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let carrier: string;
let forwarder: string;
let officer: string;

beforeAll(async () => {
  server = await startTestServer();
  carrier = await server.token("trader");
  forwarder = await server.token("broker");
  officer = await server.token("officer");
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
