/** Over HTTP, from subscription to delivery: subscribers that hang, fail or are gone delay nobody else. */

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { declaration } from "@customhouse/testkit";
import { patience } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const BAD_OF_EACH_KIND = 5;
const DECLARATIONS = 8;
/** Far below the time after which a hanging subscriber is given up. */
const MOST_MS = 1_500;

let server: TestServer;
let token: string;
const receivers: Server[] = [];

beforeAll(async () => {
  server = await startTestServer();
  token = await server.token("trader");
});
afterAll(async () => {
  for (const receiver of receivers) {
    receiver.closeAllConnections();
    receiver.close();
  }
  await server?.stop();
});

/** Answers every delivery with `status`; without one it never answers. */
async function receiver(status?: number) {
  const got: { readonly mrn?: string; readonly atMs: number }[] = [];
  const made = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const mrn = /"mrn":"(\w+)"/.exec(Buffer.concat(chunks).toString())?.[1];
      got.push({ mrn, atMs: performance.now() });
      if (status !== undefined) response.writeHead(status).end();
    });
  }).listen(0, "127.0.0.1");
  await once(made, "listening");
  receivers.push(made);
  return { got, url: `http://127.0.0.1:${(made.address() as AddressInfo).port}/hook` };
}

async function subscribe(url: string): Promise<void> {
  const answer = await server.call("/v1/subscriptions", { token, json: { url } });
  expect(answer.status, answer.text).toBe(201);
}

async function submit(lrn: string): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify(declaration({ lrn }));
  const answer = await server.call("/v1/declarations", { token, body, headers });
  expect(answer.status, answer.text).toBe(202);
}

test("a healthy subscriber beside fifteen bad ones is told at once, and so is the caller", async () => {
  const hanging = await receiver();
  const failing = await receiver(500);
  const healthy = await receiver(200);
  for (let index = 0; index < BAD_OF_EACH_KIND; index += 1) {
    await subscribe(hanging.url);
    await subscribe(failing.url);
    await subscribe("http://127.0.0.1:1/vanished");
  }
  await subscribe(healthy.url);
  const waitsMs: number[] = [];
  for (let count = 0; count < DECLARATIONS; count += 1) {
    const before = healthy.got.length;
    const sentMs = performance.now();
    await submit(`SLOW-${count}`);
    await until(() => healthy.got.length > before);
    waitsMs.push(performance.now() - sentMs);
  }
  expect(Math.max(...waitsMs)).toBeLessThan(patience(MOST_MS));
  expect(hanging.got.length).toBeGreaterThanOrEqual(BAD_OF_EACH_KIND);
  expect(failing.got.length).toBeGreaterThanOrEqual(BAD_OF_EACH_KIND);
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error("the healthy subscriber was not told");
    await new Promise((resume) => setTimeout(resume, 10));
  }
}
