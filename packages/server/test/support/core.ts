/** The main path on a database of its own, without HTTP; the clock moves only when the test says so. */
import { randomBytes } from "node:crypto";
import type { Country } from "@customhouse/model";
import { withDatabase } from "@customhouse/testkit/database";
import { logKeyOf, pseudonymKeyOf } from "../../src/boot/core.ts";
import { loadCountry } from "../../src/boot/countries.ts";
import { Sequencer } from "../../src/platform/commit/sequencer.ts";
import { makeConfig } from "../../src/platform/config/config.ts";
import { readEnvironment } from "../../src/platform/config/env.ts";
import { generateSecrets } from "../../src/platform/config/secrets.ts";
import { makeTelemetry } from "../../src/platform/telemetry/telemetry.ts";
import { ScreeningThread } from "../../src/rooms/screening/thread/thread.ts";
import { startCore } from "../../src/wiring.ts";
import { withoutChance } from "./without-chance.ts";

/** `random`: 0 to 255, for worlds that must be alike; absent: as in life. `change`: what the country has otherwise. */
export async function startTestCore(
  country = "xa",
  random?: () => number,
  change: (country: Country) => Country = (same) => same,
) {
  const config = makeConfig(readEnvironment({ CUSTOMHOUSE_LOG_LEVEL: "error" }));
  let now = new Date("2026-03-02T08:00:00Z");
  const clock = () => now;
  const context = {
    config,
    secrets: generateSecrets(),
    telemetry: makeTelemetry(config),
    clock,
    randomBytes: (length: number) =>
      random === undefined ? randomBytes(length) : Uint8Array.from({ length }, random),
  };
  const database = await withDatabase();
  const loaded = change(withoutChance(await loadCountry(country)));
  const screeningThread = new ScreeningThread({ databaseUrl: database.url, log: () => undefined });
  const core = await startCore(context, database, loaded, [], screeningThread);
  const sequencer = new Sequencer(database.writerPool, { signer: logKeyOf(context.secrets) });
  return {
    ...core.part,
    country: loaded,
    database,
    telemetry: context.telemetry,
    /** Where parties are screened. */
    screeningThread,
    clock,
    /** With which heads of the log are signed. */
    logKey: logKeyOf(context.secrets),
    /** Brings the log up to date. */
    sequence: () => sequencer.runOnce(),
    factSource: { country: loaded, clock, pseudonymKey: pseudonymKeyOf(context.secrets) },
    advance: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
    stop: async () => {
      await core.stop();
      await database.drop();
    },
  };
}
