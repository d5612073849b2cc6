/** What the server answers where the fault is its own: a bug, too little time, a part that is not ready. */
import { Hono } from "hono";
import { expect, it } from "vitest";
import { makeConfig } from "../../src/platform/config/config.ts";
import { readEnvironment } from "../../src/platform/config/env.ts";
import { makeFrame } from "../../src/platform/http/frame.ts";
import type { Platform } from "../../src/platform/http/operation.ts";
import { addRoutes } from "../../src/platform/http/routes.ts";
import { notCommitted } from "../../src/platform/refusal.ts";
import { makeTelemetry } from "../../src/platform/telemetry/telemetry.ts";
import { checkpoint } from "../../src/rooms/log/operations/read-checkpoint.ts";
import type { LogStore } from "../../src/rooms/log/store.ts";

async function headFrom(read: LogStore["checkpoint"]) {
  const usual = makeConfig(readEnvironment({ CUSTOMHOUSE_LOG_LEVEL: "silent" }));
  const config = { ...usual, limits: { ...usual.limits, operationTimeoutMs: 50 } };
  const platform = { config, telemetry: makeTelemetry(config), publicUrl: "http://localhost" };
  const store = { checkpoint: read } as LogStore;
  const app = new Hono();
  const frame = makeFrame(platform as Platform, { authenticate: async () => undefined } as never);
  addRoutes(app, frame, [checkpoint({ store })]);
  const answer = await app.request("/v1/log/checkpoint");
  return { status: answer.status, json: (await answer.json()) as { code: string } };
}

it("answers a bug with 500 and none of its words", async () => {
  const { status, json } = await headFrom(() => Promise.reject(new Error("secret of the bug")));
  expect([status, json.code]).toEqual([500, "CH8050"]);
  expect(JSON.stringify(json)).not.toContain("secret");
});

it("answers 503 before the log has a head, and when the time is over", async () => {
  const early = await headFrom(async () => undefined);
  expect([early.status, early.json.code]).toEqual([503, "CH8051"]);
  const never = await headFrom(() => new Promise(() => undefined));
  expect([never.status, never.json.code]).toEqual([503, "CH8052"]);
});

it("says when to come again while the same request is being worked on", () => {
  expect(notCommitted({ status: "busy", retryAfterSeconds: 1 })).toMatchObject({
    code: "CH8109",
    retryAfterSeconds: 1,
  });
});
