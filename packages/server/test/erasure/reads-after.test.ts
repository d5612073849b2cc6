/** Erasure over HTTP: who may have it done, and what everybody reads afterwards. */
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CallOptions, startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let mrn: string;
let caseId: string;
let documentId: string;
let noticeId: string;
const COURT = { reason: "court-order", legalBasis: "XA-DPA-21" };

async function call(user: string, path: string, options: CallOptions = {}) {
  return server.call(`/v1${path}`, { token: await server.token(user), ...options });
}

beforeAll(async () => {
  server = await startTestServer();
  const json = declaration({ lrn: "READS-1" });
  const lodged = await call("trader", "/declarations", { json });
  expect(lodged.status, lodged.text).toBe(202);
  ({ mrn, caseId } = lodged.json);
  const supplied = await call("trader", `/declarations/${mrn}/documents?name=a.pdf&type=N380`, {
    body: "%PDF-1.7 test",
    headers: { "Content-Type": "application/pdf" },
  });
  expect(supplied.status, supplied.text).toBe(200);
  documentId = (await call("trader", `/declarations/${mrn}/documents`)).json.items[0].id;
  await eventually(
    () => call("trader", `/declarations/${mrn}`),
    ({ json: status }) => status.milestones.cleared !== undefined,
  );
  noticeId = (await call("trader", `/declarations/${mrn}/notifications`)).json.items[0].id;
});
afterAll(() => server?.stop());

const erasure = (user: string, part = "", options: CallOptions = { json: COURT }) =>
  call(user, `/cases/${caseId}/erasure${part}`, options);

describe("erasing over HTTP", () => {
  it("takes two administrators, a ground and the time of keeping", async () => {
    for (const user of ["trader", "officer", "agency", "analyst"]) {
      expect([user, (await erasure(user)).status]).toEqual([user, 403]);
      expect((await erasure(user, "/confirmation", { method: "POST" })).status).toBe(403);
      expect((await erasure(user, "", {})).status).toBe(403);
    }
    const early = { reason: "data-subject-request", legalBasis: "XA-DPA-17" };
    const refused = await erasure("administrator", "", { json: early });
    expect([refused.status, refused.json.code]).toEqual([409, "CH8144"]);
    expect(refused.json.message).toMatch(/from \d{4}-\d{2}-\d{2}T.* on\.$/);
    for (const wrong of [{}, { ...COURT, reason: "why not" }, { ...COURT, legalBasis: "a b" }]) {
      expect((await erasure("administrator", "", { json: wrong })).json.code).toBe("CH8000");
    }
    const none = await erasure("administrator", "", { json: { ...COURT, legalBasis: "X" } });
    expect([none.status, none.json.code]).toEqual([422, "CH8146"]);
    expect((await erasure("administrator", "", {})).status).toBe(404);
    const unasked = await erasure("administrator2", "/confirmation", { method: "POST" });
    expect([unasked.status, unasked.json.code]).toEqual([409, "CH8147"]);
    expect((await erasure("administrator")).status).toBe(202);
    const own = await erasure("administrator", "/confirmation", { method: "POST" });
    expect([own.status, own.json.code]).toEqual([403, "CH8145"]);
    expect((await call("trader", `/declarations/${mrn}/full`)).status).toBe(200);
    const done = await erasure("administrator2", "/confirmation", { method: "POST" });
    expect([done.status, done.json], done.text).toEqual([200, expect.objectContaining(COURT)]);
    expect((await erasure("administrator")).json).toEqual(done.json);
    expect((await erasure("administrator2", "", {})).json).toEqual(done.json);
  });

  it("is said in plain words wherever something is gone", async () => {
    for (const user of ["trader", "officer"]) {
      for (const path of ["/full", `/documents/${documentId}`]) {
        const gone = await call(user, `/declarations/${mrn}${path}`);
        expect([user, path, gone.status, gone.json.code]).toEqual([user, path, 410, "CH8142"]);
        expect(gone.json.message).toMatch(/were erased on \d{4}-\d{2}-\d{2}\.$/);
      }
      const { json: status } = await call(user, `/declarations/${mrn}`);
      expect(status).toMatchObject({ whoHasIt: "nobody", next: [{ code: "erased" }] });
      expect(status.erased).toMatch(/^\d{4}-/);
      const documents = await call(user, `/declarations/${mrn}/documents`);
      expect(documents.json).toEqual({ items: [], erased: status.erased });
    }
    const told = await call("trader", `/declarations/${mrn}/notifications`);
    expect(told.json.items.length).toBeGreaterThan(1);
    for (const one of told.json.items) expect(one).toMatchObject({ body: {}, erased: true });
    const xml = { headers: { Accept: "application/xml" } };
    const notice = await call("trader", `/notifications/${noticeId}`, xml);
    expect([notice.status, notice.json.code]).toEqual([410, "CH8142"]);
    const pdf = { body: "%PDF-1.7 test", headers: { "Content-Type": "application/pdf" } };
    const supplied = await call(
      "trader",
      `/declarations/${mrn}/documents?name=a.pdf&type=N380`,
      pdf,
    );
    expect(supplied.json.code).toBe("CH8142");
  });

  it("is an event with its ground; who did it is not the trader's to read", async () => {
    const eventOf = async (user: string, headers = {}) =>
      (await call(user, `/declarations/${mrn}/timeline`, { headers })).json.items.at(-1);
    expect(await eventOf("trader")).toMatchObject({ type: "PersonalDataErased", body: COURT });
    expect((await eventOf("trader")).body).not.toHaveProperty("by");
    const { body } = await eventOf("officer", { Purpose: "audit" });
    expect(body.by).toHaveLength(2);
    const receipts = await eventually(
      () => call("trader", `/declarations/${mrn}/receipt`),
      ({ json }) => json.items?.length >= 2,
    );
    expect(receipts.status).toBe(200);
    const read = await call("administrator", "/audit/reads");
    expect(read.json.items).toContainEqual(
      expect.objectContaining({ action: "eraseCase", caseId, role: "administrator" }),
    );
  });
});
