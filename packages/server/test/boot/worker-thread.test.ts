/** The workers in a thread of their own: they do their work, come back after a failure, and stop when asked. */
import { withDatabase } from "@customhouse/testkit/database";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bootWorkerThread, type WorkerThread } from "../../src/boot/worker-thread.ts";
import type { BootContext } from "../../src/platform/boot-context.ts";
import { makeConfig } from "../../src/platform/config/config.ts";
import { readEnvironment } from "../../src/platform/config/env.ts";
import { generateSecrets } from "../../src/platform/config/secrets.ts";
import { randomPortion } from "../../src/platform/random-pool.ts";
import { makeTelemetry } from "../../src/platform/telemetry/telemetry.ts";

const config = makeConfig(readEnvironment({ CUSTOMHOUSE_LOG_LEVEL: "silent" }));
const context: BootContext = {
  config,
  secrets: generateSecrets(),
  telemetry: makeTelemetry(config),
  clock: () => new Date(),
  randomBytes: randomPortion,
};
let database: Awaited<ReturnType<typeof withDatabase>>;
let workers: WorkerThread;

beforeAll(async () => {
  database = await withDatabase();
  workers = await bootWorkerThread(context, database);
});
afterAll(async () => {
  await workers?.stop();
  await database?.drop();
});

const holder = async () =>
  (await database.writerPool.query("SELECT holder FROM lease WHERE name = 'sequencer'")).rows[0]
    ?.holder as string | undefined;

describe("the thread of the workers", () => {
  it("runs the sequencer", async () => {
    expect(await eventually(holder, (name) => name !== undefined)).toBeDefined();
  });

  it("is started again when it ends by itself", async () => {
    const [before, first] = [await holder(), workers.current()];
    await first.stop();
    await eventually(holder, (name) => name !== before);
    expect(workers.current()).not.toBe(first);
  });

  it("says why it cannot start", async () => {
    const elsewhere = { ...context, config: { ...config, country: "zz" } };
    await expect(bootWorkerThread(elsewhere, database)).rejects.toThrow(/zz/);
  });
});
