/** Who sees what is kept under an authorisation, over HTTP. */
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

describe("a stock", () => {
  it("is told to its holder and to officers, and exists for nobody else", async () => {
    const trader = await server.token("trader");
    const made = declaration({ lrn: "STOCK-1", items: [{ procedure: "71" }] });
    const shipment = made.Declaration?.GoodsShipment;
    const measure = shipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity?.GoodsMeasure;
    if (shipment === undefined || measure === undefined) throw new Error("no goods");
    measure.NetNetWeightMeasure = "12.5";
    shipment.Warehouse = { ID: "XAWH0001" };
    const lodged = await server.call("/v1/declarations", { token: trader, json: made });
    expect(lodged.status, lodged.text).toBe(202);
    const read = (token: string, authorisation = "XAWH0001") =>
      server.call(`/v1/stocks/${authorisation}`, { token });
    const line = {
      owner: "XA1000001",
      commodity: "62034235",
      unit: "KGM",
      amountMinor: "12500000",
    };
    const found = await eventually(
      () => read(trader),
      (answer) => answer.json.items?.length > 0,
    );
    expect(found.json).toEqual({ authorisation: "XAWH0001", items: [line] });
    expect((await read(await server.token("officer"))).json.items).toEqual([line]);
    expect((await read(await server.token("trader2"))).status).toBe(404);
    expect((await read(trader, "XAWH9999")).status).toBe(404);
    expect((await read(await server.token("agency"))).status).toBe(403);
    expect((await server.call("/v1/stocks/a%2Fb", { token: trader })).status).toBe(400);
  });
});
