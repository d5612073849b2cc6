import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { eventually, patience } from "@customhouse/testkit/patience";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommitQueue, createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { logKey } from "../../src/platform/commit/log-key.ts";
import { Sequencer } from "../../src/platform/commit/sequencer.ts";
import { startJobs } from "../../src/platform/jobs/job.ts";
import type { Stoppable } from "../../src/platform/stoppable.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import {
  AddressRefusedError,
  checkAddress,
  isPublicAddress,
} from "../../src/rooms/notifications/delivery/address-guard.ts";
import { Deliverer } from "../../src/rooms/notifications/delivery/deliverer.ts";
import { addSubscriber, replayFrom } from "../../src/rooms/notifications/store/subscribers.ts";
import { AT, sampleBranch, sampleCommit } from "./sample.ts";

/** Whoever hangs is given up after it. */
const TIMEOUT_MS = patience(600);
const SECRET = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;
const servers: Server[] = [];
let database: TestDatabase;
let queue: CommitQueue;
let sequencer: Sequencer;
const deliverers: Stoppable[] = [];

beforeAll(async () => {
  database = await withDatabase();
  queue = createCommitQueue({ url: database.ownerUrl });
  const key = logKey("xa.example/log", generateKeyPairSync("ed25519").privateKey);
  sequencer = new Sequencer(database.writerPool, { signer: key });
});
afterAll(async () => {
  await Promise.all(deliverers.map((item) => item.stop()));
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await queue?.close();
  await database?.drop();
});

function deliverer(options = {}) {
  const made = new Deliverer(database.writerPool, {
    timeoutMs: TIMEOUT_MS,
    firstRetryMs: 40,
    maxRetryMs: 200,
    policy: { allowLoopback: true },
    ...options,
  });
  const running = startJobs([made.asJob(20)], { log: () => undefined });
  deliverers.push(running);
  return running;
}

type Answer = (request: IncomingMessage, body: string, count: number) => number | undefined;

/** A receiver; an undefined answer hangs for ever. */
async function receiver(answer: Answer) {
  const got: { id: string; body: string; headers: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      got.push({ id: headers["webhook-id"]!, body, headers });
      const status = answer(request, body, got.length);
      if (status !== undefined) response.writeHead(status).end("ok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return { got, url: `http://127.0.0.1:${port}/hook` };
}

async function subscribe(party: string, url: string) {
  const subscriberId = newCaseId();
  await addSubscriber(database.writer, { subscriberId, party, url, secret: SECRET, at: AT });
  return subscriberId;
}

async function notify(party: string, count: number) {
  const notifications = Array.from({ length: count }, (_, n) => ({
    party,
    functionCode: "01",
    issuedAt: AT,
    body: { n },
  }));
  await queue.submit({ ...sampleCommit(), branches: { granted: sampleBranch({ notifications }) } });
  await sequencer.runOnce();
}

async function until(condition: () => boolean, ms = 5_000) {
  const end = Date.now() + patience(ms);
  while (!condition() && Date.now() < end) await new Promise((resume) => setTimeout(resume, 5));
  expect(condition()).toBe(true);
}

test("in order, signed, retried with the same id, and replayed from any cursor", async () => {
  const party = `D-${newCaseId()}`;
  const { got, url } = await receiver((_request, _body, count) => (count % 3 === 2 ? 500 : 204));
  const id = await subscribe(party, url);
  const running = deliverer();
  await notify(party, 6);
  const ok = () => got.filter((_item, index) => (index + 1) % 3 !== 2);
  await until(() => ok().length === 6);
  const numbers = () => ok().map((item) => JSON.parse(item.body).data.body.n);
  expect(numbers()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(JSON.parse(ok()[5]!.body).data).toMatchObject({
    position: "6",
    party,
    functionCode: "01",
  });
  expect(got[1]!.id).toBe(got[2]!.id);
  for (const item of got) expect(new Webhook(SECRET).verify(item.body, item.headers)).toBeDefined();
  await new Promise((resume) => setTimeout(resume, 100));
  expect(await replayFrom(database.writer, id, 3n)).toBe(true);
  await until(() => ok().length === 9);
  expect(numbers().slice(6)).toEqual([3, 4, 5]);
  await running.stop();
  const log = await database.writerPool.query("SELECT outcome FROM delivery_attempt");
  expect(log.rows.some((row) => row.outcome === "the receiver answered 500")).toBe(true);
});

test("hanging, failing and vanished subscribers delay nobody else", async () => {
  const party = `E-${newCaseId()}`;
  const hanging = await receiver(() => undefined);
  const failing = await receiver(() => 500);
  const gone = await receiver(() => 410);
  const healthy = await receiver(() => 200);
  for (let index = 0; index < 10; index += 1) {
    await subscribe(party, hanging.url);
    await subscribe(party, failing.url);
    await subscribe(party, "http://127.0.0.1:1/vanished");
  }
  await subscribe(party, gone.url);
  await subscribe(party, healthy.url);
  const running = deliverer();
  const slowest: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const started = Date.now();
    await notify(party, 1);
    await until(() => healthy.got.length === round + 1, 2_000);
    slowest.push(Date.now() - started);
    await new Promise((resume) => setTimeout(resume, 60));
  }
  // Nobody waited for one that hangs.
  expect(Math.max(...slowest)).toBeLessThan(TIMEOUT_MS);
  expect(gone.got).toHaveLength(1);
  expect(hanging.got.length).toBeGreaterThanOrEqual(10);
  const cursors = await eventually(
    () =>
      database.writerPool.query(
        `SELECT max(c.position) AS furthest, min(c.failures) AS failures FROM subscriber_cursor c
         JOIN subscriber s USING (subscriber_id) WHERE s.party = $1 AND s.url IN ($2, $3)`,
        [party, hanging.url, failing.url],
      ),
    ({ rows }) => rows[0].failures > 0,
  );
  expect(cursors.rows[0].furthest).toBe(0n);
  await running.stop();
});

test("what failed is delivered, complete and in order, once the subscriber is back", async () => {
  const party = `F-${newCaseId()}`;
  let up = false;
  const { got, url } = await receiver(() => (up ? 200 : 503));
  await subscribe(party, url);
  const running = deliverer();
  await notify(party, 3);
  await until(() => got.length >= 2);
  await notify(party, 2);
  up = true;
  const after = got.length;
  await until(() => got.length >= after + 5);
  const positions = got.slice(-5).map((item) => JSON.parse(item.body).data.position);
  expect(positions).toEqual(["1", "2", "3", "4", "5"]);
  await running.stop();
});

test("the guard refuses everything that is not a public https address", async () => {
  const refused = [
    "http://example.com/",
    "https://127.0.0.1/",
    "https://localhost/",
    "https://10.1.2.3/",
    "https://169.254.169.254/latest",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a00:1]/",
    "https://[fd00::1]/",
    "https://0.0.0.0/",
    "https://0x7f.1/",
    "https://2130706433/",
    "https://user:pw@93.184.216.34/",
    "ftp://93.184.216.34/",
    "file:///etc/passwd",
  ];
  for (const url of refused) {
    await expect(checkAddress(new URL(url), {}), url).rejects.toThrow(AddressRefusedError);
  }
  const https = await checkAddress(new URL("https://93.184.216.34/"), {});
  expect(https).toEqual({ address: "93.184.216.34", family: 4 });
  const inside = { allowedHosts: ["10.1.2.3"] };
  expect((await checkAddress(new URL("https://10.1.2.3/"), inside)).address).toBe("10.1.2.3");
  await expect(checkAddress(new URL("http://10.1.2.3/"), inside)).rejects.toThrow("only https");
  const demo = { allowLoopback: true };
  expect((await checkAddress(new URL("http://127.0.0.1:9/"), demo)).family).toBe(4);
  await expect(checkAddress(new URL("http://10.0.0.1/"), demo)).rejects.toThrow("only https");
  expect(isPublicAddress("2606:4700::1111")).toBe(true);
  expect(isPublicAddress("2002:7f00:1::")).toBe(false);
});
