/** A real server core in this process: its own PostgreSQL in a fresh folder, and a clock that the player moves. */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { WcoDocument } from "@customhouse/model";
import {
  type BootContext,
  type Core,
  generateSecrets,
  loadCountry,
  makeConfig,
  makeTelemetry,
  passAllDue,
  readEnvironment,
  realFactories,
  type ScreeningRecords,
  startCore,
} from "@customhouse/server";
import type { Stage } from "./stage.ts";

export type { Stage } from "./stage.ts";

/** Something is asked of the reader. */
const ASKED = "51";
/** Eight digits that stand alone. */
const CODE = /(?<![\w-])\d{8}(?![\w-])/;
const MAX_EVENTS = 5_000;
/** A Monday morning; the published samples carry dates before it. */
const START = "2026-03-02T08:00:00Z";

export async function openServerStage(countryName: string, databaseUrl?: string): Promise<Stage> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "customhouse-scenario-"));
  const config = makeConfig(
    readEnvironment({
      CUSTOMHOUSE_DATA_DIR: dataDir,
      CUSTOMHOUSE_LOG_LEVEL: "silent",
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    }),
  );
  let now = new Date(START);
  const clock = () => now;
  const bytes = repeatableBytes();
  const context: BootContext = {
    config,
    secrets: generateSecrets(),
    telemetry: makeTelemetry(config),
    clock,
    randomBytes: bytes.next,
  };
  const country = await loadCountry(countryName);
  const database = await realFactories.database(context);
  const core = await startCore(context, database.part, country);
  const { declarations, formalities, cargo, cases, rooms } = core.part;
  const read = async (caseId: string) => {
    const file = await cases.byId(caseId);
    if (file === undefined) throw new Error(`the case ${caseId} is gone`);
    return file.case;
  };
  const passDeadlines = async () => {
    await passAllDue(database.part, core.part, country, clock, () => undefined);
  };
  return {
    country,
    declarations,
    formalities,
    now: clock,
    moveTo: (instant) => {
      now = instant;
    },
    begin: bytes.begin,
    passDeadlines,
    nextDeadline: async (caseIds) => {
      const cases = await Promise.all(caseIds.map(read));
      const due = cases
        .flatMap((entry) => entry.deadlines.map((deadline) => deadline.dueAt))
        .sort();
      return due[0] === undefined ? undefined : new Date(due[0]);
    },
    read,
    history: async (caseId) =>
      (await rooms.declarations.store.events(caseId, MAX_EVENTS)).map(
        ({ type, v, legalAt, body }) => ({
          type,
          v,
          at: legalAt,
          body,
        }),
      ),
    ...reading(rooms.notifications.notifications),
    readFormality: async (number) => {
      const found = await formalities.byNumber(number);
      if (found === undefined) throw new Error(`the formality ${number} is gone`);
      return found;
    },
    balance: async (account, unit) =>
      (await rooms.ledger.store.balances(account)).find((line) => line.unit === unit)?.amount ?? 0n,
    reportAlarm: async (alarm) => {
      const at = clock().toISOString();
      const reported = await cargo.reportAlarm({ ...alarm, at, reportedBy: "scenario" });
      if (reported.status === "refused") throw new Error(reported.message);
      await passDeadlines();
    },
    watchFor: watching(rooms.screening.records, clock),
    close: async () => {
      await core.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Notifications = Core["rooms"]["notifications"]["notifications"];

/** What was told of a case. */
function reading(notifications: Notifications): Pick<Stage, "told" | "said" | "codeInLetter"> {
  return {
    told: async (caseId) => (await notifications.ofCase(caseId)).map((entry) => entry.functionCode),
    said: async (caseId) => {
      const newest = (await notifications.ofCase(caseId)).at(-1);
      const { Response: response } = (newest?.body ?? {}) as WcoDocument;
      return (response?.Error ?? []).map(({ Description: words }) => words ?? null);
    },
    codeInLetter: async (caseId) => {
      const told = await notifications.ofCase(caseId);
      const letter = told.findLast(({ functionCode }) => functionCode === ASKED);
      return CODE.exec(JSON.stringify(letter?.body ?? ""))?.[0] ?? "";
    },
  };
}

const SCREENED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** Imported by one person and put in force by another, as every list. */
function watching(screening: ScreeningRecords, clock: () => Date): Stage["watchFor"] {
  let versions = 0;
  return async (names) => {
    versions += 1;
    const name = { list: "SCENARIO", version: `${versions}` };
    const at = clock().toISOString();
    const rows = names.map((one, index) => `${index + 1},${one}`);
    await screening.importList({
      ...name,
      source: "scenario",
      licence: "none",
      retrievedAt: at,
      importedBy: "first",
      importedAt: at,
      tolerate: 0,
      csv: Buffer.from(`id,name\n${rows.join("\n")}\n`),
    });
    await screening.activate(name, "second", at);
    const endMs = performance.now() + SCREENED_WITHIN_MS;
    while (performance.now() < endMs) {
      const { ready, parties, screened } = await screening.rescreening();
      if (ready && parties === screened) return;
      await setTimeout(LOOK_EVERY_MS);
    }
    throw new Error(`the list ${name.version} of the scenario is not in force`);
  };
}

/** The same bytes in the same order each time: selectivity's draws and MRNs repeat from run to run. */
function repeatableBytes() {
  let seed = "";
  let counter = 0;
  return {
    begin: (scenario: string) => {
      seed = scenario;
      counter = 0;
    },
    next: (length: number) => {
      const blocks: Buffer[] = [];
      for (let made = 0; made < length; made += 32) {
        counter += 1;
        blocks.push(createHash("sha256").update(`scenario ${seed} ${counter}`).digest());
      }
      return Buffer.concat(blocks).subarray(0, length);
    },
  };
}
