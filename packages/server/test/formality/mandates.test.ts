/** Mandates act at once: what a broker may do changes between one request and the next. */
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let principal: string;
let broker: string;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
  principal = await server.token("trader");
  broker = await server.token("broker");
});
afterAll(() => server?.stop());

const BROKER = "XA2000001";

async function grant(facts: Record<string, unknown> = {}): Promise<string> {
  const json = {
    kind: "mandate",
    facts: { representative: BROKER, capacity: "direct", ...facts },
  };
  const made = await server.call("/v1/formalities", { token: principal, json });
  expect(made.status, made.text).toBe(201);
  return made.json.number;
}
const revoke = (number: string) =>
  server.call(`/v1/formalities/${number}/steps`, { token: principal, json: { step: "revoke" } });

function lodge(change: (made: ReturnType<typeof declaration>) => void = () => undefined) {
  counter += 1;
  const made = declaration({ lrn: `MANDATE-${counter}`, declarant: "XA1000001" });
  change(made);
  return server.call("/v1/declarations", { token: broker, json: made });
}
const cancel = (mrn: string) =>
  server.call(`/v1/declarations/${mrn}/cancellations`, {
    token: broker,
    json: {
      Declaration: {
        FunctionCode: "13",
        FunctionalReferenceID: `C-${counter}`,
        ID: mrn,
        TypeCode: "INV",
        AdditionalInformation: [{ StatementDescription: "Sent by mistake" }],
        Amendment: [{ ChangeReasonCode: "1" }],
      },
    },
  });

describe("a mandate", () => {
  it("lets the broker act while it stands, and not a moment longer", async () => {
    expect((await lodge()).json.code).toBe("CH8104");
    const mandate = await grant();
    const lodged = await lodge();
    expect(lodged.status, lodged.text).toBe(202);
    expect((await revoke(mandate)).json.state).toBe("revoked");
    expect((await cancel(lodged.json.mrn)).status).toBe(404);
    expect((await lodge()).json.code).toBe("CH8104");
    expect(
      (await server.call(`/v1/declarations/${lodged.json.mrn}`, { token: principal })).status,
    ).toBe(200);
  });

  it("covers the acts, procedures and amounts that it names, and no others", async () => {
    const lodgeOnly = await grant({
      acts: ["lodge"],
      procedures: ["40"],
      greatestAmount: "1000.00",
    });
    const invoice =
      (amount: string, currency = "USD") =>
      (made: ReturnType<typeof declaration>) => {
        if (made.Declaration === undefined) throw new Error("no declaration");
        made.Declaration.InvoiceAmount = amount;
        made.Declaration["InvoiceAmount@currencyID"] = currency;
      };
    expect((await lodge()).json.code).toBe("CH8110");
    expect((await lodge(invoice("1000.01"))).json.code).toBe("CH8110");
    expect((await lodge(invoice("10", "EUR"))).json.code).toBe("CH8110");
    const lodged = await lodge(invoice("1000.00"));
    expect(lodged.status, lodged.text).toBe(202);
    const warehouse = (made: ReturnType<typeof declaration>) => {
      invoice("10")(made);
      const item = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0];
      if (item !== undefined)
        item.GovernmentProcedure = [{ CurrentCode: "71", PreviousCode: "00" }];
    };
    expect((await lodge(warehouse)).json.code).toBe("CH8110");
    expect((await cancel(lodged.json.mrn)).json.code).toBe("CH8110");
    await revoke(lodgeOnly);
  });

  it("counts only within its days", async () => {
    const past = await grant({ validFrom: "2020-01-01", validTo: "2020-12-31" });
    const future = await grant({ validFrom: "2090-01-01" });
    expect((await lodge()).json.code).toBe("CH8104");
    const reversed = await server.call("/v1/formalities", {
      token: principal,
      json: {
        kind: "mandate",
        facts: {
          representative: BROKER,
          capacity: "direct",
          validFrom: "2030-01-02",
          validTo: "2030-01-01",
        },
      },
    });
    expect(reversed.json.code).toBe("CH3204");
    await revoke(future);
    await revoke(past);
  });

  it("makes an indirect representative owe the debt beside the trader", async () => {
    const mandate = await grant({ capacity: "indirect" });
    const lodged = await lodge();
    const { json } = await server.call(`/v1/declarations/${lodged.json.mrn}`, { token: principal });
    expect(json.debtors).toEqual(["XA1000001", BROKER]);
    await revoke(mandate);
  });

  it("for single acts shows nothing of the trader's permits", async () => {
    const facts = { documentType: "L079", agency: "XAVET", commodities: ["0201"] };
    const json = { kind: "permit", facts };
    const applied = await server.call("/v1/formalities", { token: principal, json });
    const { number } = applied.json;
    const seen = async () => {
      const listed = await server.call("/v1/formalities?kind=permit", { token: broker });
      const read = await server.call(`/v1/formalities/${number}`, { token: broker });
      return [listed.json.items.length, read.status];
    };
    const narrow = await grant({ acts: ["lodge"] });
    expect(await seen()).toEqual([0, 404]);
    await revoke(narrow);
    const wide = await grant();
    expect(await seen()).toEqual([1, 200]);
    await revoke(wide);
    expect(await seen()).toEqual([0, 404]);
  });

  it("cannot be granted in another's name", async () => {
    const json = {
      kind: "mandate",
      holder: "XA1000001",
      facts: { representative: BROKER, capacity: "direct" },
    };
    expect((await server.call("/v1/formalities", { token: broker, json })).json.code).toBe(
      "CH8104",
    );
  });
});
