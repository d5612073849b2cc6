/** The life of a declaration through the API, with the typed client, on the real server. */

import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ApiError,
  type CustomhouseClient,
  clientCredentials,
  makeClient,
} from "../../../client/src/index.ts";
import { demoClientId, demoClientSecret } from "../../src/platform/identity/clients.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
const as = (username: string, purpose?: string): CustomhouseClient =>
  makeClient({
    url: server.url,
    purpose,
    token: clientCredentials({
      issuer: server.issuer,
      clientId: demoClientId(username),
      clientSecret: demoClientSecret(server.secrets, username),
    }),
  });
let trader: CustomhouseClient;
let officer: CustomhouseClient;

beforeAll(async () => {
  server = await startTestServer();
  trader = as("trader");
  officer = as("officer", "control");
});
afterAll(() => server?.stop());

let count = 0;
const message = (options: Parameters<typeof declaration>[0] = {}) =>
  declaration({
    declarant: "XA1000001",
    lrn: `E2E-${++count}`,
    guarantee: "XADEF0001",
    ...options,
  });

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (problem: unknown) => problem,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  return error.problem;
};

describe("a declaration", () => {
  test("lodged, followed, cleared, proved", async () => {
    const lodged = await trader.declarations.lodge(message());
    expect(lodged).toMatchObject({ lrn: "E2E-1", replayed: false });
    expect(lodged.promise.signature.split(".")).toHaveLength(3);
    const { mrn } = lodged;

    const status = await trader.declarations.status(mrn);
    expect(status.regions.control).toBe("accepted");
    expect(status.next.length).toBeGreaterThan(0);
    const cleared = await eventually(
      () => trader.declarations.status(mrn),
      (one) => one.milestones.cleared !== undefined,
    );
    expect(cleared).toMatchObject({ whoHasIt: "nobody", next: [{ code: "nothing-open" }] });

    const receipts = await eventually(
      () => trader.declarations.receipts(mrn).catch(() => []),
      (all) => all.length > 0,
    );
    expect(receipts[0]?.proof).toContain("tlog");
    expect(await trader.reference.checkpoint()).toContain("customhouse/");

    const told = await trader.declarations.notifications(mrn);
    expect(told.map((one) => one.seq)).toEqual(told.map((_one, index) => index + 1));
    const xml = await trader.own.notificationXml(told[0]?.id ?? "");
    expect(xml).toContain("<");
    expect((await trader.declarations.versions(mrn))[0]).toMatchObject({ version: 1, changes: [] });
  });

  test("the same request gives the same answer; a changed one under the same key is refused", async () => {
    const one = message();
    const key = { idempotencyKey: "key-12345" };
    const first = await trader.declarations.lodge(one, key);
    const second = await trader.declarations.lodge(one, key);
    expect(second).toEqual({ ...first, replayed: true });
    expect((await refusal(trader.declarations.lodge(message(), key))).status).toBe(409);
  });

  test("the same LRN twice is refused", async () => {
    const lrn = "E2E-SAME";
    await trader.declarations.lodge(message({ lrn }));
    const again = message({ lrn, items: [{ price: "2.00" }] });
    expect((await refusal(trader.declarations.lodge(again))).status).toBe(409);
  });

  test("its content comes back as JSON and as XML", async () => {
    const one = message();
    const { mrn } = await trader.declarations.lodge(one);
    const full = await trader.declarations.full(mrn);
    expect(full).toMatchObject({ Declaration: { FunctionalReferenceID: `E2E-${count}` } });
    const xml = await trader.declarations.fullXml(mrn);
    expect(xml).toContain(`E2E-${count}`);
    const again = await trader.reference.validate(xml);
    expect(again.findings).toEqual([]);
  });

  test("search pages through all of them once, newest first", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await trader.declarations.search({ direction: "import" }, { limit: 2, after });
      seen.push(...page.items.map((item) => item.caseId));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
    const none = await as("trader2").declarations.search();
    expect(none.items).toEqual([]);
    const bad = refusal(trader.declarations.search({}, { after: "bm9uc2Vuc2U" }));
    expect((await bad).code).toBe("CH8004");
  });

  test("notifications are pulled in order without a gap, and again from any cursor", async () => {
    const pull = async (after?: string) => {
      const all = [];
      for await (const page of trader.own.pull(after)) all.push(...page.items);
      return all;
    };
    const all = await eventually(pull, (list) => list.length > 3);
    expect(all.map((one) => Number(one.position))).toEqual(all.map((_one, index) => index + 1));
    const page = await trader.own.notifications({ limit: 2 });
    const rest = await pull(page.next);
    expect(rest[0]?.position).toBe("3");
  });
});

describe("officers and agencies", () => {
  test("a query is asked, shown and answered", async () => {
    const { mrn, caseId } = await trader.declarations.lodge(message());
    await officer.decisions.raiseQuery(caseId, "Which factory?");
    const asked = await trader.declarations.status(mrn);
    expect(asked).toMatchObject({ whoHasIt: "trader", next: [{ code: "answer-query" }] });
    const query = asked.queries?.[0]?.id ?? "";
    const answered = await trader.declarations.answerQuery(mrn, query, "The one in Lyon.");
    expect(answered.status.queries?.[0]?.state).toBe("answered");
  });

  test("an agency decides on its own check only", async () => {
    const items = [{ commodity: "02013000" }];
    const { mrn } = await trader.declarations.lodge(message({ items }));
    const agency = as("agency");
    const waiting = (await agency.decisions.agencyQueue()).find((one) => one.mrn === mrn);
    const check = waiting?.checks[0];
    expect(check).toMatchObject({ commodity: "02013000", state: "open" });
    const { caseId = "" } = waiting ?? {};
    const unknown = agency.decisions.decideAgencyCheck(caseId, {
      checkId: "other",
      decision: "C01",
    });
    expect((await refusal(unknown)).status).toBe(404);
    const decision = { checkId: check?.id ?? "", decision: "C01" };
    const done = await agency.decisions.decideAgencyCheck(caseId, decision);
    expect(done.status.checks?.[0]?.state).toBe("released");
  });

  test("a document is taken when it is what it says", async () => {
    const { mrn, caseId } = await trader.declarations.lodge(message());
    await officer.decisions.orderControl(caseId, "documentary");
    const send = (mediaType: string, text: string) =>
      trader.declarations.supplyDocument(mrn, {
        name: "invoice.pdf",
        type: "N380",
        mediaType,
        content: new TextEncoder().encode(text),
      });
    expect((await refusal(send("application/pdf", "<html>"))).code).toBe("CH8024");
    expect((await refusal(send("application/x-msdownload", "MZ"))).code).toBe("CH8021");
    await send("application/pdf", "%PDF-1.7");
    const [kept] = await trader.declarations.documents(mrn);
    expect(kept).toMatchObject({ name: "invoice.pdf", sizeBytes: 8 });
    const path = `/v1/declarations/${mrn}/documents/${kept?.id}`;
    const file = await server.call(path, { token: await server.token("officer") });
    expect([file.text, file.headers.get("content-disposition")]).toEqual([
      "%PDF-1.7",
      "attachment",
    ]);
  });

  test("reads by officers are on record with their purpose", async () => {
    const { caseId } = await trader.declarations.lodge(message());
    await officer.decisions.readCase(caseId);
    const path = `/v1/audit/reads?caseId=${caseId}`;
    const { json } = await server.call(path, { token: await server.token("administrator") });
    expect(json.items[0]).toMatchObject({
      role: "officer",
      purpose: "control",
      action: "viewCase",
    });
  });
});

describe("what a trader can never learn", () => {
  test("lane, criteria and probabilities: in no answer about the own case", async () => {
    const items = [{ commodity: "93039000", description: "Hunting rifles" }];
    const { mrn, caseId } = await trader.declarations.lodge(message({ items }));
    const token = await server.token("trader");
    const ofCase = ["", "/full", "/timeline", "/notifications", "/versions"];
    const paths = [
      ...ofCase.map((part) => `/v1/declarations/${mrn}${part}`),
      "/v1/declarations",
      "/v1/notifications",
      "/v1/countries/current",
      "/v1/model",
      "/metrics",
    ];
    for (const path of paths) {
      const headers = { Purpose: "control" };
      const { text, status } = await server.call(path, { token, headers });
      expect(status, path).toBe(200);
      expect(text, path).not.toMatch(
        /"(lane|criteria|probability|basis|selectivity)"|LaneAssigned/,
      );
    }
    // What the clock does to other declarations meanwhile changes their states, not which are listed.
    const mrnsOf = async (query: string) => {
      const { json } = await server.call(`/v1/declarations${query}`, { token });
      return (json.items as { mrn: string }[]).map((item) => item.mrn);
    };
    const red = await mrnsOf("?lane=red");
    expect(red).toContain(mrn);
    expect(red).toEqual(await mrnsOf("?lane=green"));
    const seen = await officer.decisions.readCase(caseId);
    expect(seen.lane).toBe("red");
    expect((await as("officer").decisions.readCase(caseId)).lane).toBeUndefined();
    const queue = await officer.decisions.queue();
    expect(queue[0]?.lane).toBe("red");
  });
});

describe("what is one's own", () => {
  test("drafts are saved under a version", async () => {
    const id = "0190a5b6-1111-7000-8000-000000000000";
    const saved = await trader.own.saveDraft(id, { title: "Shoes", version: 0, body: { a: 1 } });
    expect(saved.version).toBe(1);
    await trader.own.saveDraft(id, { title: "Shoes", version: 1, body: { a: 2 } });
    const stale = trader.own.saveDraft(id, { title: "Shoes", version: 1, body: { a: 3 } });
    expect((await refusal(stale)).code).toBe("CH8033");
    expect((await trader.own.draft(id)).body).toEqual({ a: 2 });
    expect((await refusal(as("trader2").own.draft(id))).status).toBe(404);
    await trader.own.deleteDraft(id);
    expect(await trader.own.drafts()).toEqual([]);
  });

  test("subscriptions go to safe addresses only, and their secret is told once", async () => {
    for (const url of [
      "http://example.org/hook",
      "https://10.0.0.1/hook",
      "https://169.254.169.254/latest",
      "https://user:pass@example.org/",
      "https://intranet/hook",
      "https://db.internal/",
      "https://[::ffff:127.0.0.1]/",
      "file:///etc/passwd",
    ]) {
      expect((await refusal(trader.own.subscribe(url))).status, url).toBeGreaterThanOrEqual(400);
    }
    const made = await trader.own.subscribe("https://example.org/hook");
    expect(made.secret).toMatch(/^whsec_/);
    const [listed] = await trader.own.subscriptions();
    expect(listed).toMatchObject({ id: made.id, url: made.url });
    expect(JSON.stringify(listed)).not.toContain("whsec_");
    expect((await refusal(as("trader2").own.unsubscribe(made.id))).status).toBe(404);
    await trader.own.unsubscribe(made.id);
    expect(await trader.own.subscriptions()).toEqual([]);
  });

  test("what everybody may ask", async () => {
    const visitor = makeClient({ url: server.url });
    expect(await visitor.reference.country()).toMatchObject({ code: "XA", demo: true });
    expect((await visitor.reference.model()).classes).toHaveProperty("GoodsShipment");
    expect(
      (await visitor.reference.codeList("country", "2026-01-01")).entries.length,
    ).toBeGreaterThan(200);
    expect((await visitor.reference.validate(message())).findings).toEqual([]);
    expect((await visitor.reference.validate("<x/>")).valid).toBe(false);
    expect(Array.isArray(await visitor.reference.samples())).toBe(true);
  });
});
