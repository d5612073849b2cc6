/** From the application for a permit to its last kilogram, over HTTP, as the people involved. */
import { type DeclarationOptions, declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let agency: string;
let trader: string;
let other: string;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
  trader = await server.token("trader");
  other = await server.token("trader2");
  agency = await server.sign({ sub: "medic", role: "agency", agency: "XAMED" });
});
afterAll(() => server?.stop());

async function apply(token: string, extra: Record<string, unknown> = {}) {
  const facts = { documentType: "L001", agency: "XAMED", commodities: ["3004"], ...extra };
  const answer = await server.call("/v1/formalities", { token, json: { kind: "permit", facts } });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
}

const step = (token: string, number: string, name: string, more: Record<string, unknown> = {}) =>
  server.call(`/v1/formalities/${number}/steps`, { token, json: { step: name, ...more } });

async function issued(extra: Record<string, unknown> = {}) {
  const applied = await apply(trader, extra);
  const answer = await step(agency, applied.number, "issue", {
    facts: { validFrom: "2020-01-01", validTo: "2035-12-31" },
  });
  expect(answer.status, answer.text).toBe(200);
  return { ...applied, ...answer.json };
}

function medicines(
  document: Record<string, unknown>[],
  netKg: string,
  more: DeclarationOptions = {},
) {
  counter += 1;
  const made = declaration({
    lrn: `MED-${counter}`,
    items: [{ commodity: "30049000", netKg, documents: document, origin: "CH" } as never],
    ...more,
  });
  const item = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0];
  if (item === undefined) throw new Error("no item");
  item.AdditionalDocument = document;
  const measure = item.Commodity?.GoodsMeasure;
  if (measure !== undefined) measure.NetNetWeightMeasure = netKg;
  return made;
}

const lodge = (json: unknown) => server.call("/v1/declarations", { token: trader, json });
const status = (mrn: string) => server.call(`/v1/declarations/${mrn}`, { token: trader });
const naming = (number: string) => [{ CategoryCode: "L", TypeCode: "001", ID: number }];

async function codesOf(mrn: string): Promise<string[]> {
  const { json } = await server.call(`/v1/declarations/${mrn}/timeline`, { token: trader });
  const rejected = json.items.find((one: { type: string }) => one.type === "DeclarationRejected");
  return (rejected?.body.errors ?? []).map((one: { code: string }) => one.code);
}

async function left(number: string): Promise<string> {
  const { json } = await server.call(`/v1/accounts/${number}`, { token: trader });
  return json.balances[0].amountMinor;
}

describe("a permit", () => {
  it("is asked about, answered, issued, and genuine for whoever holds number and code", async () => {
    const { number, code } = await apply(trader, { purpose: "For the children's hospital" });
    const asked = await step(agency, number, "ask", { words: "Which hospital?" });
    expect(asked.json).toMatchObject({ state: "questioned", next: [{ step: "refuse" }] });
    const answered = await step(trader, number, "answer", { words: "The one on the hill" });
    expect(answered.json.state).toBe("applied");
    const facts = { validFrom: "2020-01-01", validTo: "2035-12-31", quantity: "500", unit: "KGM" };
    const done = await step(agency, number, "issue", { facts });
    expect(done.json).toMatchObject({ state: "issued", inForce: true });
    const check = (given: string) =>
      server.call(`/v1/formalities/${number}/authenticity?code=${given}`);
    expect((await check(code)).json).toMatchObject({
      genuine: true,
      inForce: true,
      agency: "XAMED",
    });
    expect((await check(code)).text).not.toContain("hospital");
    expect((await check("WRONG123")).status).toBe(404);
    const told = await eventually(
      () => server.call("/v1/notifications", { token: trader }),
      (answer) => answer.text.includes('"functionCode":"11"'),
    );
    const codes = told.json.items.map((one: { functionCode: string }) => one.functionCode);
    expect(codes).toEqual(["02", "51", "11"]);
    const { json } = await server.call(`/v1/formalities/${number}/history`, { token: agency });
    expect(
      json.items.map((one: { step: string; words?: string }) => [one.step, one.words]),
    ).toEqual([
      ["apply", undefined],
      ["ask", "Which hospital?"],
      ["answer", "The one on the hill"],
      ["issue", undefined],
    ]);
  });

  it("is no business of another trader or agency, and its steps are not everybody's", async () => {
    const { number } = await apply(trader);
    const vet = await server.token("agency");
    expect((await server.call(`/v1/formalities/${number}`, { token: other })).status).toBe(404);
    expect((await server.call(`/v1/formalities/${number}`, { token: vet })).status).toBe(404);
    expect((await step(trader, number, "issue")).json).toMatchObject({ code: "CH3203" });
    expect((await step(agency, number, "issue")).json).toMatchObject({ code: "CH3204" });
    expect((await step(agency, number, "suspend", { words: "why" })).json.code).toBe("CH3202");
    const negative = {
      validFrom: "2020-01-01",
      validTo: "2035-01-01",
      quantity: "-5",
      unit: "KGM",
    };
    expect((await step(agency, number, "issue", { facts: negative })).json.code).toBe("CH3204");
    const huge = { ...negative, quantity: "9".repeat(30) };
    expect((await step(agency, number, "issue", { facts: huge })).json.code).toBe("CH3204");
    const unknown = {
      kind: "permit",
      facts: { documentType: "L001", agency: "NOBODY", commodities: ["30"] },
    };
    const answer = await server.call("/v1/formalities", { token: trader, json: unknown });
    expect(answer.json).toMatchObject({ code: "CH3204" });
  });

  it("comes once however often the same request is sent", async () => {
    const json = {
      kind: "permit",
      facts: { documentType: "L001", agency: "XAMED", commodities: ["30"] },
    };
    const headers = { "Idempotency-Key": "permit-once" };
    const send = () => server.call("/v1/formalities", { token: trader, json, headers });
    const [one, two, three] = [await send(), ...(await Promise.all([send(), send()]))];
    expect(new Set([one, two, three].map((answer) => answer?.json.number)).size).toBe(1);
    const changed = { ...json, facts: { ...json.facts, commodities: ["31"] } };
    const misused = await server.call("/v1/formalities", { token: trader, json: changed, headers });
    expect(misused.json.code).toBe("CH8107");
  });
});

describe("a declaration that needs a permit", () => {
  it("is told so before it is lodged", async () => {
    const codes = async (documents: Record<string, unknown>[]) => {
      const checked = await server.call("/v1/validate", { json: medicines(documents, "10") });
      return checked.json.findings.map((finding: { code: string }) => finding.code);
    };
    expect(await codes([])).toEqual(["XA301"]);
    // Whether there is such a permit is seen when it is lodged.
    expect(await codes(naming("LPC26XA000000000000"))).toEqual([]);
  });

  it("is rejected where it is missing, unknown, not in force, for other goods, or another's", async () => {
    const codes = async (documents: Record<string, unknown>[]) => {
      const lodged = await lodge(medicines(documents, "10"));
      expect(lodged.status, lodged.text).toBe(202);
      return codesOf(lodged.json.mrn);
    };
    expect(await codes([])).toEqual(["XA301"]);
    expect(await codes(naming("FR-2026-17"))).toEqual(["XA302"]);
    const suspended = await issued();
    await step(agency, suspended.number, "suspend", { words: "Under review" });
    expect(await codes(naming(suspended.number))).toEqual(["XA303"]);
    const past = await issued();
    await step(agency, past.number, "amend", { facts: { validTo: "2021-01-31" } });
    expect(await codes(naming(past.number))).toEqual(["XA303"]);
    const narrow = await issued({ commodities: ["300490999"] });
    expect(await codes(naming(narrow.number))).toEqual(["XA304"]);
    const elsewhere = await issued({ origins: ["JP"] });
    expect(await codes(naming(elsewhere.number))).toEqual(["XA304"]);
    const applied = await apply(other);
    const theirs = await step(agency, applied.number, "issue", {
      facts: { validFrom: "2020-01-01", validTo: "2035-12-31" },
    });
    expect(await codes(naming(theirs.json.number))).toEqual(["XA305"]);
  });

  it("takes the quantity at acceptance, writes it off at release, and gives it back when cancelled", async () => {
    const { number } = await issued({ quantity: "100", unit: "KGM" });
    expect(await left(number)).toBe("100000000");
    const first = await lodge(medicines(naming(number), "60.5"));
    await eventually(
      () => status(first.json.mrn),
      (answer) => answer.json.milestones.cleared !== undefined,
    );
    expect(await left(number)).toBe("39500000");
    const cancelled = await lodge(medicines(naming(number), "39"));
    expect(await left(number)).toBe("500000");
    const cancel = await server.call(`/v1/declarations/${cancelled.json.mrn}/cancellations`, {
      token: trader,
      json: {
        Declaration: {
          FunctionCode: "13",
          FunctionalReferenceID: `CANCEL-${counter}`,
          ID: cancelled.json.mrn,
          TypeCode: "INV",
          AdditionalInformation: [
            { StatementCode: "1", StatementDescription: "Not needed", StatementTypeCode: "AES" },
          ],
          Amendment: [{ ChangeReasonCode: "1" }],
        },
      },
    });
    expect(cancel.status, cancel.text).toBe(202);
    expect(await left(number)).toBe("39500000");
    const books = await server.call("/v1/ledger/check", {
      token: await server.token("administrator"),
    });
    expect(books.json.sound).toBe(true);
  });

  it("waits where the balance is short, and two at once never share the last kilogram", async () => {
    const { number } = await issued({ quantity: "100", unit: "KGM" });
    const lodged = await Promise.all(
      Array.from({ length: 8 }, () => lodge(medicines(naming(number), "30"))),
    );
    const debts = await Promise.all(
      lodged.map(async ({ json }) => (await status(json.mrn)).json.regions.debt),
    );
    expect(debts.filter((debt) => debt === "blocked")).toHaveLength(5);
    expect(await left(number)).toBe("10000000");
    await step(agency, number, "addQuantity", { facts: { addedQuantity: "200" } });
    expect(await left(number)).toBe("210000000");
  });
});
