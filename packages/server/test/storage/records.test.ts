import { generateKeyPairSync } from "node:crypto";
import type { Lane } from "@customhouse/model";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createReadLog } from "../../src/platform/access/audit-store.ts";
import { createCaseFiles } from "../../src/platform/cases/case-rows.ts";
import { type CommitQueue, createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { logKey } from "../../src/platform/commit/log-key.ts";
import { Sequencer } from "../../src/platform/commit/sequencer.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import type { CaseStore } from "../../src/rooms/declarations/parts.ts";
import { createCaseStore } from "../../src/rooms/declarations/store/case-store.ts";
import { createDeclarationStore } from "../../src/rooms/declarations/store/declaration-store.ts";
import { createQueueStore } from "../../src/rooms/declarations/store/queues.ts";
import { createDraftStore } from "../../src/rooms/drafts/store.ts";
import { createLogStore } from "../../src/rooms/log/store.ts";
import {
  createNotificationRecords,
  createSubscriptionStore,
} from "../../src/rooms/notifications/store/notification-store.ts";
import { readiness } from "../../src/rooms/service/readiness.ts";
import { AT, sampleBranch, sampleCommit, sampleOwn, sha256 } from "./sample.ts";
import { servers } from "./servers.ts";

describe.each(servers)("the ports that storage fills, on %s PostgreSQL", (server) => {
  let database: TestDatabase;
  let queue: CommitQueue;
  let control: ReturnType<typeof createQueueStore>;
  let notifications: ReturnType<typeof createNotificationRecords>;
  let drafts: ReturnType<typeof createDraftStore>;
  let declarations: ReturnType<typeof createDeclarationStore>;
  let subscriptions: ReturnType<typeof createSubscriptionStore>;
  let reads: ReturnType<typeof createReadLog>;
  let store: CaseStore;
  beforeAll(async () => {
    database = await withDatabase({ server });
    queue = createCommitQueue({ url: database.ownerUrl });
    const clock = () => new Date(AT);
    control = createQueueStore(database);
    notifications = createNotificationRecords(database, clock);
    drafts = createDraftStore(database, clock);
    declarations = createDeclarationStore(database, clock);
    subscriptions = createSubscriptionStore(database);
    reads = createReadLog(database, clock);
    store = createCaseStore(database);
  });
  afterAll(async () => {
    await queue?.close();
    await database?.drop();
  });

  const lodge = async (
    snapshot: Record<string, unknown>,
    row: { mrn?: string; office?: string; lane?: Lane; agencies?: string[]; declarant?: string },
  ) => {
    const request = sampleCommit();
    const agencies = row.agencies ? "pending" : "none";
    const { declarant: holder = request.row.holder, mrn: number, lane, ...envelope } = row;
    const party = holder;
    const notifications = [{ party, functionCode: "01", issuedAt: AT, body: {} }];
    await queue.submit({
      ...request,
      row: {
        ...request.row,
        ...envelope,
        holder,
        number: number ?? null,
        snapshot,
        own: sampleOwn(request.caseId, { lane, agencies }),
      },
      branches: { granted: sampleBranch({ notifications }) },
    });
    return request.caseId;
  };

  test("cases are found by id, MRN, consignment reference and master reference", async () => {
    const mrn = `MRN${newCaseId().slice(-10)}`;
    const ucr = `UCR-${mrn}`;
    const caseId = await lodge({ ucrs: [ucr, "OTHER"] }, { mrn });
    expect((await store.load(caseId))?.actCount).toBe(1);
    expect((await store.loadByMrn(mrn))?.case).toEqual({ ucrs: [ucr, "OTHER"] });
    expect(await store.findByUcrs([ucr])).toHaveLength(1);
    await store.associateUcrs([ucr], `MASTER-${mrn}`);
    await store.associateUcrs([ucr], `MASTER-${mrn}`);
    expect(await store.findByUcrs([`MASTER-${mrn}`])).toHaveLength(1);
    expect(await store.findByUcrs(["nobody"])).toEqual([]);
    expect(await createCaseFiles(database).byMrn("nobody")).toBeUndefined();
    expect(await store.load("not-a-uuid")).toBeUndefined();
  });

  test("an officer's queue holds open tasks, worst lane first; an agency's its open checks", async () => {
    const office = `O${newCaseId().slice(-6)}`;
    const open = { tasks: [{ id: "1", state: "open" }] };
    const green = await lodge(open, { office, lane: "green" });
    const red = await lodge(open, { office, lane: "red" });
    await lodge({ tasks: [{ id: "1", state: "done" }] }, { office, lane: "red" });
    const found = await control.queue({ kind: "offices", ids: [office] }, 10);
    expect(found.map((item) => item.caseId)).toEqual([red, green]);
    const trusted = await lodge(open, { office, lane: "green", declarant: "XATRUSTED" });
    const ordered = await control.queue({ kind: "offices", ids: [office] }, 10, ["XATRUSTED"]);
    expect(ordered.map((item) => item.caseId)).toEqual([red, trusted, green]);
    expect(await control.queue({ kind: "offices", ids: ["elsewhere"] }, 10)).toEqual([]);
    const overdue = { tasks: [], isSupplementOverdue: true };
    const late = await lodge(overdue, { office: `${office}L`, lane: "green" });
    await lodge({ ...overdue, supplementedBy: "M" }, { office: `${office}L`, lane: "green" });
    expect(await control.queue({ kind: "offices", ids: [`${office}L`] }, 10)).toMatchObject([
      { caseId: late, isSupplementOverdue: true },
    ]);
    const agency = `VET${newCaseId().slice(-6)}`;
    const check = (state: string, dueAt: string) => ({ checks: [{ agency, state, dueAt }] });
    const agencies = [agency];
    const later = await lodge(check("open", "2026-12-02"), { agencies });
    const soon = await lodge(check("held", "2026-12-01"), { agencies });
    await lodge(check("released", "2026-11-01"), { agencies });
    const theirs = await control.agencyQueue(agency, 10);
    expect(theirs).toHaveLength(2);
    const dues = theirs.map((item) => item.case.checks[0]?.dueAt);
    expect(dues).toEqual(["2026-12-01", "2026-12-02"]);
    expect(new Set([later, soon]).size).toBe(2);
  });

  test("notifications by party and by case, pull lists, receipts, checkpoint", async () => {
    const declarant = `TIN${newCaseId().slice(-8)}`;
    const caseId = await lodge({}, { declarant });
    const before = await notifications.ofCase(caseId);
    expect(before[0]?.position).toBeUndefined();
    const key = logKey("xa.example/log", generateKeyPairSync("ed25519").privateKey);
    const sequencer = new Sequencer(database.writerPool, { signer: key });
    await sequencer.runOnce();
    await sequencer.release();
    const scope = { kind: "declarants", ids: [declarant] } as const;
    const page = await notifications.ofParty(scope, declarant, { limit: 10 });
    expect(page.items).toMatchObject([{ caseId, seq: 1, position: "1", functionCode: "01" }]);
    const others = await notifications.ofParty(scope, "XATRADER1", { limit: 10 });
    expect(others.items).toEqual([]);
    expect(await notifications.pullList(declarant, "unpulled", 10)).toHaveLength(1);
    await notifications.markPulled(declarant, caseId, 1);
    expect(await notifications.pullList(declarant, "unpulled", 10)).toEqual([]);
    expect(await notifications.pullList(declarant, "pulled", 10)).toHaveLength(1);
    const log = createLogStore(database, key, (text) => Buffer.from(sha256(Buffer.from(text))));
    const [receipt] = await log.receipts({ caseId, number: "none", sealedFields: () => [] });
    expect(receipt?.proof).toContain("c2sp.org/tlog-proof@v1");
    expect(await log.checkpoint()).toContain("xa.example/log\n");
    expect(await readiness(database)).toMatchObject({ database: true, sequencer: true });
  });

  test("drafts keep to their owner and their version", async () => {
    const id = newCaseId();
    const draft = { id, title: "t", version: 0, body: { a: 1 } };
    expect(await drafts.save("A", draft)).toMatchObject({ version: 1, body: { a: 1 } });
    expect(await drafts.save("A", draft)).toBeUndefined();
    expect(await drafts.save("B", { ...draft, version: 1 })).toBeUndefined();
    expect(await drafts.save("A", { ...draft, version: 1 })).toMatchObject({ version: 2 });
    expect(await drafts.read("B", id)).toBeUndefined();
    expect(await drafts.remove("B", id)).toBe(false);
    expect(await drafts.list("A", 10)).toMatchObject([{ id, version: 2 }]);
    expect(await drafts.remove("A", id)).toBe(true);
  });

  test("uploads, subscriptions and the record of reads", async () => {
    const caseId = newCaseId();
    const content = Buffer.from([0, 255, 1]);
    const id = newCaseId();
    const upload = { id, caseId, declarant: "A", name: "i.pdf", mediaType: "application/pdf" };
    await declarations.saveUpload({ ...upload, digest: sha256(content), content });
    expect(await declarations.uploads(caseId)).toMatchObject([
      { id, sizeBytes: 3, state: "received" },
    ]);
    const stored = await declarations.uploadContent(caseId, id);
    expect(Buffer.from(stored!.content)).toEqual(content);
    expect(await declarations.uploadContent(newCaseId(), id)).toBeUndefined();
    const subscription = { id, party: "A", url: "https://a.example/", active: true, createdAt: AT };
    await subscriptions.add(subscription, "whsec_AAAA");
    expect(await subscriptions.list("A")).toEqual([subscription]);
    expect(await subscriptions.remove("B", id)).toBe(false);
    expect(await subscriptions.remove("A", id)).toBe(true);
    const entry = { reader: "o", role: "officer", purpose: "none", action: "viewCase" } as const;
    await reads.record({ ...entry, caseId });
    expect(await reads.list(caseId, 5)).toMatchObject([{ ...entry, caseId, at: AT }]);
  });
});
