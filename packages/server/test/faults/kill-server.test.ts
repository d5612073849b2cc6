/** kill -9 in the middle of load: of the server, and of PostgreSQL under it. */

import { setTimeout as sleep } from "node:timers/promises";
import { xa } from "@customhouse/country-xa";
import { patience } from "@customhouse/testkit/patience";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSite, type ServerSite } from "./child-server.ts";
import { ACCOUNT, type PersistentLoad, startLoad } from "./persistent-load.ts";
import { lookAtDatabase } from "./whole-database.ts";

const KILLS = 3;
const opening = xa.register.accounts.find(({ account }) => account === ACCOUNT)?.balanceMinor;
let site: ServerSite;

beforeEach(async () => {
  site = await makeSite();
  await site.start();
});
afterEach(() => site?.remove());

test("of the server: what was acknowledged is there, whole, and a repeat makes no second case", async () => {
  const load = startLoad(site.url, await site.token("trader"));
  for (let kill = 0; kill < KILLS; kill += 1) {
    await goesOn(load);
    await site.kill("SIGKILL");
    await site.start();
  }
  await goesOn(load);
  await load.stop();
  await expectWhole(load);
  expect(load.repeated()).toBeGreaterThan(KILLS);
});

test("of PostgreSQL: the server recovers by itself and nothing acknowledged is lost", async () => {
  const load = startLoad(site.url, await site.token("trader"));
  const killed = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await goesOn(load);
    const pid = await site.postgresPid();
    process.kill(pid, "SIGKILL");
    killed.add(pid);
  }
  await goesOn(load);
  await load.stop();
  expect(site.child.exitCode).toBeNull();
  expect(killed.size).toBe(KILLS);
  await expectWhole(load);
});

/** Waits until answers come, and then for a random while, so that the kill falls anywhere in a transaction. */
async function goesOn(load: PersistentLoad): Promise<void> {
  const before = load.acknowledged.length;
  await vi.waitUntil(() => load.acknowledged.length > before + 100, { timeout: patience(20_000) });
  await sleep(Math.random() * 500);
}

async function expectWhole(load: PersistentLoad): Promise<void> {
  const { acknowledged, attempted } = load;
  const found = await site.afterwards((url) =>
    lookAtDatabase(url, acknowledged, BigInt(opening ?? 0)),
  );
  expect(found.broken).toEqual([]);
  expect(found.lost).toEqual([]);
  // Everybody was answered in the end, so there is one case for each reference and no other.
  expect(found.lrns).toEqual(attempted);
  expect(found.cases).toBe(acknowledged.length);
  expect(new Set(acknowledged.map((one) => one.mrn)).size).toBe(acknowledged.length);
  expect(found.taken.account).toBe(found.taken.cases);
  expect(found.taken.account).toBeGreaterThan(0n);
  console.info(
    `${KILLS} kills, ${found.cases} cases, ${load.repeated()} requests repeated, ${load.replayed()} of them done already`,
  );
}
