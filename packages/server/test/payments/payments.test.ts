/** Payments told by a provider and by a bank statement: once, whatever is repeated, reordered or forged. */
import { startBank } from "@customhouse/simulator/bank";
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { providerSecret } from "../../src/platform/config/secrets.ts";
import { readStatement } from "../../src/rooms/payments/read-statement.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let trader: string;
let keeper: string;
let counter = 0;

beforeAll(async () => {
  server = await startTestServer();
  trader = await server.token("trader");
  keeper = await server.token("administrator");
});
afterAll(() => server?.stop());

/** A declaration whose debt waits for money, and a payment that is awaited for it. */
async function awaited(): Promise<{ mrn: string; payment: string; amountMinor: string }> {
  counter += 1;
  const json = declaration({ lrn: `PAY-${counter}`, items: [{ method: "A" }] });
  const lodged = await server.call("/v1/declarations", { token: trader, json });
  const { mrn } = lodged.json;
  const status = await server.call(`/v1/declarations/${mrn}`, { token: trader });
  expect(status.json.regions.debt).toBe("blocked");
  const owed = status.json.duty.reduce(
    (sum: bigint, line: { payable: string }) => sum + BigInt(line.payable.replace(".", "")),
    0n,
  );
  const amount = `${owed}`.replace(/(\d\d)$/, ".$1");
  const asked = await server.call("/v1/formalities", {
    token: trader,
    json: { kind: "payment", facts: { mrn, amount, currency: "USD" } },
  });
  expect(asked.status, asked.text).toBe(201);
  return { mrn, payment: asked.json.number, amountMinor: `${owed}` };
}

let events = 0;
async function tell(
  payment: string,
  amountMinor: string,
  more: { id?: string; type?: string; secret?: string; at?: Date; currency?: string } = {},
) {
  events += 1;
  const {
    id = `evt_${events}`,
    type = "payment.succeeded",
    at = new Date(),
    currency = "USD",
  } = more;
  const body = JSON.stringify({ type, payment, amountMinor, currency });
  const secret = more.secret ?? providerSecret(server.secrets);
  return server.call("/v1/payments/callback", {
    body,
    headers: {
      "Content-Type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
      "webhook-signature": new Webhook(secret).sign(id, at, body),
    },
  });
}

const stateOf = async (payment: string) =>
  (await server.call(`/v1/formalities/${payment}`, { token: trader })).json.state;
const becomes = (payment: string, state: string) =>
  eventually(
    () => stateOf(payment),
    (found) => found === state,
  );
const debtOf = async (mrn: string) =>
  (await server.call(`/v1/declarations/${mrn}`, { token: trader })).json.regions.debt;
const sound = async () =>
  (await server.call("/v1/ledger/check", { token: keeper })).json.sound as boolean;

describe("a payment", () => {
  it("told by the provider pays its declaration, once", async () => {
    const { mrn, payment, amountMinor } = await awaited();
    const first = await tell(payment, amountMinor, { id: "evt_once" });
    expect(first.json, first.text).toEqual({ outcome: "taken" });
    await becomes(payment, "applied");
    expect(await debtOf(mrn)).not.toBe("blocked");
    const again = await tell(payment, amountMinor, { id: "evt_once" });
    expect(again.status).toBe(200);
    expect((await tell(payment, amountMinor)).json).toEqual({ outcome: "known" });
    expect((await tell(payment, "1", { id: "evt_once" })).json.code).toBe("CH8107");
    expect(await sound()).toBe(true);
  });

  it("survives what comes out of order", async () => {
    const { mrn, payment, amountMinor } = await awaited();
    expect((await tell(payment, "0", { type: "payment.failed" })).json).toEqual({
      outcome: "taken",
    });
    expect(await stateOf(payment)).toBe("failed");
    expect((await tell(payment, amountMinor)).json).toEqual({ outcome: "taken" });
    expect((await tell(payment, "0", { type: "payment.failed" })).json).toEqual({
      outcome: "known",
    });
    await becomes(payment, "applied");
    expect(await debtOf(mrn)).not.toBe("blocked");
  });

  it("is not taken from whoever cannot sign, or too late, or for what is not there", async () => {
    const { mrn, payment, amountMinor } = await awaited();
    const forged = `whsec_${Buffer.from("somebody else's secret").toString("base64")}`;
    expect((await tell(payment, amountMinor, { secret: forged })).json.code).toBe("CH8115");
    const lastWeek = new Date(Date.now() - 7 * 86_400_000);
    expect((await tell(payment, amountMinor, { at: lastWeek })).json.code).toBe("CH8115");
    const bare = await server.call("/v1/payments/callback", { json: { payment } });
    expect(bare.json.code).toBe("CH8115");
    expect((await tell("PAY26XA000000000000", amountMinor)).status).toBe(404);
    expect(await stateOf(payment)).toBe("requested");
    expect(await debtOf(mrn)).toBe("blocked");
  });

  it("of another amount waits to be given back", async () => {
    const { mrn, payment } = await awaited();
    await tell(payment, "1");
    await becomes(payment, "unmatched");
    expect(await debtOf(mrn)).toBe("blocked");
    const officer = await server.token("officer");
    const refund = await server.call(`/v1/formalities/${payment}/steps`, {
      token: officer,
      json: { step: "refund" },
    });
    expect(refund.json.state).toBe("refunded");
    expect(await sound()).toBe(true);
  });
});

describe("the simulated bank", () => {
  it("tells of a payment, and writes a statement that brings nothing twice", async () => {
    const bank = await startBank({
      port: 0,
      callbackUrl: `${server.url}/v1/payments/callback`,
      secret: providerSecret(server.secrets),
    });
    try {
      const { mrn, payment, amountMinor } = await awaited();
      const pay = { payment, amountMinor, currency: "USD" };
      const answer = await fetch(`${bank.url}/payments`, {
        method: "POST",
        body: JSON.stringify(pay),
      });
      expect(await answer.json()).toMatchObject({
        toldStatus: 200,
        notice: expect.stringContaining("SIMULATION"),
      });
      await becomes(payment, "applied");
      expect(await debtOf(mrn)).not.toBe("blocked");
      expect(await (await fetch(bank.url)).text()).toContain("SIMULATION");
      const body = await (await fetch(`${bank.url}/statement.xml`)).text();
      const reconciled = await server.call("/v1/bank-statements", {
        token: keeper,
        body,
        headers: { "Content-Type": "application/xml" },
      });
      expect(reconciled.json.items).toEqual([{ entry: "BANK-1", payment, outcome: "known" }]);
    } finally {
      await bank.stop();
    }
  });
});

const entry = (payment: string, amount: string, more = "") =>
  `<Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>${more}
   <AcctSvcrRef>S-${payment}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>re ${payment}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const camt = (entries: string, version = "08") =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><Stmt>${entries}</Stmt></BkToCstmrStmt></Document>`;

describe("a bank statement", () => {
  it("pays what nobody told of, once however often it is sent", async () => {
    const { mrn, payment, amountMinor } = await awaited();
    const amount = amountMinor.replace(/(\d\d)$/, ".$1");
    const send = () =>
      server.call("/v1/bank-statements", {
        token: keeper,
        body: camt(
          entry(payment, amount) + entry("PAY26XA999999999999", "1.00") + entry("rent", "5.00"),
        ),
        headers: { "Content-Type": "application/xml" },
      });
    const outcomes = (await send()).json.items.map((one: { outcome: string }) => one.outcome);
    expect(outcomes).toEqual(["taken", "refused", "no payment named"]);
    await becomes(payment, "applied");
    expect(await debtOf(mrn)).not.toBe("blocked");
    await send();
    expect(await sound()).toBe(true);
  });

  it("counts only booked credits", () => {
    const pending = entry("A", "1.00").replace("BOOK", "PDNG");
    const debit = entry("B", "1.00").replace("CRDT", "DBIT");
    const reversed = entry("C", "1.00", "<RvslInd>true</RvslInd>");
    const old = entry("D", "2.50").replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
    const read = readStatement(camt(pending + debit + reversed + old, "02"));
    expect(read).toMatchObject({ ok: true, entries: [{ id: "S-D", amount: "2.50" }] });
  });

  it.each([
    ["another document", "<Document xmlns='urn:x'/>"],
    ["a document type", `<!DOCTYPE a [<!ENTITY e "x">]>${camt("")}`],
    ["torn", camt("").slice(0, 60)],
    ["no amount", camt(entry("A", "minus one"))],
    ["too deep", camt("<a>".repeat(60) + "</a>".repeat(60))],
  ])("that is %s is refused", (_name, text) => {
    expect(readStatement(text).ok).toBe(false);
  });
});
