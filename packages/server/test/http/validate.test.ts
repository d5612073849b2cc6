/** Validation says what lodging would say, to whoever may lodge; to anybody else no ruling exists. */
import { encodeJson } from "@customhouse/messages";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let owner: string;
let ruling: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.token("trader");
  const officer = await server.token("officer");
  const begun = await server.call("/v1/formalities", {
    token: owner,
    json: { kind: "ruling", facts: { about: "classification", description: "Trousers" } },
  });
  ruling = begun.json.number;
  const today = new Date().toISOString().slice(0, 10);
  const facts = { decided: "62034235", validFrom: today, validTo: today };
  const issued = await server.call(`/v1/formalities/${ruling}/steps`, {
    token: officer,
    json: { step: "issue", facts, words: "As asked" },
  });
  expect(issued.status, issued.text).toBe(200);
});
afterAll(() => server?.stop());

/** Of the owner's, with another code than was ruled. */
function contradicting(lrn: string): string {
  const { Declaration: made = {} } = declaration({ lrn, items: [{ commodity: "85102000" }] });
  const { GoodsShipment: shipment = {} } = made;
  const [item] = shipment.GovernmentAgencyGoodsItem ?? [];
  const document = { CategoryCode: "C", ID: ruling, TypeCode: "626" };
  const items = [{ ...item, AdditionalDocument: [document] }];
  return encodeJson({
    Declaration: { ...made, GoodsShipment: { ...shipment, GovernmentAgencyGoodsItem: items } },
  });
}

const headers = { "Content-Type": "application/json" };
const validate = (lrn: string, token?: string) =>
  server.call("/v1/validate", { body: contradicting(lrn), headers, ...(token ? { token } : {}) });

describe("validation of a declaration that names a ruling", () => {
  it("tells its declarant what was ruled, as the submission does", async () => {
    const found = await validate("V-1", owner);
    expect(found.status).toBe(422);
    expect(found.json.findings).toMatchObject([
      { code: "XA415", allowed: "62034235", fix: [{ value: "62034235" }] },
    ]);
    const body = contradicting("V-1");
    const lodged = await server.call("/v1/declarations", { token: owner, body, headers });
    const { mrn } = lodged.json;
    const told = await server.call(`/v1/declarations/${mrn}/notifications`, { token: owner });
    expect(told.json.items[0]).toMatchObject({ functionCode: "03" });
    expect(told.text).toContain("XA415");
  });

  it("tells nobody else", async () => {
    const others = [undefined, await server.token("trader2"), await server.token("analyst")];
    for (const token of others) {
      const found = await validate("V-2", token);
      expect(found.status, found.text).toBe(200);
      expect(found.text).not.toContain("62034235");
    }
    expect((await validate("V-2", "not.a.token")).status).toBe(401);
  });
});
