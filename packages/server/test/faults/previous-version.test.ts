/**
 * Versions N-1 and N on one database: N migrates it under the load of N-1, both work on each other's cases, and N-1 can be
 * started again on what N made of it.
 */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { xa } from "@customhouse/country-xa";
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterEach, expect, test, vi } from "vitest";
import { loadSecrets } from "../../src/platform/config/secrets.ts";
import { mintDemoToken } from "../../src/platform/identity/demo-token.ts";
import { startEmbeddedPostgres } from "../../src/platform/storage/embedded-postgres.ts";
import { freePort, startProcess } from "./child-server.ts";
import { ACCOUNT, type PersistentLoad, startLoad } from "./persistent-load.ts";
import { previousTree } from "./previous-tree.ts";
import { lookAtDatabase } from "./whole-database.ts";

const MORE = 100;
const opening = xa.register.accounts.find(({ account }) => account === ACCOUNT)?.balanceMinor;
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

interface Version {
  readonly url: string;
  readonly stop: () => Promise<void>;
  call(username: string, path: string, json?: unknown): Promise<Answer>;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  readonly json: any;
}

test("the version before works beside this one, and again on the database that this one migrated", async (context) => {
  const previous = await previousTree();
  if (typeof previous === "string") return context.skip(previous);
  cleanUp.push(previous.remove);
  const start = await makeSite();
  const old = await start.version(previous.main);
  const before = await tryOut(old, old, "BEFORE");
  const load = startLoad(old.url, await start.token(old, "trader"));
  await goesOn(load);
  const now = await start.version();
  await goesOn(load);
  const otherLoad = startLoad(now.url, await start.token(now, "trader"), "NOW");
  await goesOn(load);
  await goesOn(otherLoad);
  const beside = [await tryOut(old, now, "OLD-NOW"), await tryOut(now, old, "NOW-OLD")];
  await load.stop();
  await otherLoad.stop();
  for (const seen of [before, ...beside]) await looksAlike(old, now, seen);
  await old.stop();
  await previous.learnMigrations();
  const again = await start.version(previous.main);
  await looksAlike(again, now, await tryOut(again, again, "AGAIN"));
  await again.stop();
  await now.stop();
  const acknowledged = [...load.acknowledged, ...otherLoad.acknowledged];
  const found = await lookAtDatabase(start.databaseUrl, acknowledged, BigInt(opening ?? 0));
  expect(found.broken).toEqual([]);
  expect(found.lost).toEqual([]);
  console.info(`${acknowledged.length} under load, ${load.repeated()} requests repeated`);
});

async function makeSite() {
  const dataDir = await mkdtemp(path.join(tmpdir(), "customhouse-versions-"));
  cleanUp.push(() => rm(dataDir, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir });
  cleanUp.push(() => postgres.stop());
  const databaseUrl = `postgres://customhouse@localhost/postgres?host=${postgres.socketDirectory}`;
  const tokens = new Map<string, Promise<string>>();
  const token = ({ url }: Pick<Version, "url">, username: string): Promise<string> => {
    const key = `${url} ${username}`;
    const minted =
      tokens.get(key) ??
      loadSecrets(dataDir).then(
        async (secrets) => (await mintDemoToken(`${url}/oidc`, secrets, username)).accessToken,
      );
    tokens.set(key, minted);
    return minted;
  };
  return {
    databaseUrl,
    token,
    version: async (main?: string): Promise<Version> => {
      const port = await freePort();
      const child = await startProcess({ dataDir, port, databaseUrl, ...(main && { main }) });
      const stop = () => end(child);
      cleanUp.push(stop);
      const url = `http://127.0.0.1:${port}`;
      return {
        url,
        stop,
        call: async (username, path, json) => {
          const answer = await fetch(`${url}${path}`, {
            method: json === undefined ? "GET" : "POST",
            headers: {
              Authorization: `Bearer ${await token({ url }, username)}`,
              "Content-Type": "application/json",
            },
            ...(json === undefined ? {} : { body: JSON.stringify(json) }),
          });
          return { status: answer.status, json: await answer.json() };
        },
      };
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

async function goesOn(load: PersistentLoad): Promise<void> {
  const before = load.acknowledged.length;
  await vi.waitUntil(() => load.acknowledged.length > before + MORE, { timeout: 120_000 });
}

interface Seen {
  readonly mrn: string;
  readonly lrn: string;
  readonly permit: string;
}

/** What one version begins, the other goes on with: a declaration with a query, a permit that is issued. */
async function tryOut(begins: Version, goesOnWith: Version, name: string): Promise<Seen> {
  const lrn = `VERSIONS-${name}`;
  const lodged = await begins.call(
    "trader",
    "/v1/declarations",
    declaration({ declarant: "XA1000001", lrn, items: [{ method: "E" }], guarantee: ACCOUNT }),
  );
  expect(lodged).toMatchObject({ status: 202 });
  const { caseId, mrn } = lodged.json;
  const asked = await goesOnWith.call("officer", `/v1/cases/${caseId}/queries`, { text: "Which?" });
  expect(asked, JSON.stringify(asked)).toMatchObject({ status: 200 });
  const [agency] = xa.agencies;
  const facts = { documentType: "L001", agency: agency?.code, commodities: ["3004"] };
  const applied = await begins.call("trader", "/v1/formalities", { kind: "permit", facts });
  expect(applied, JSON.stringify(applied)).toMatchObject({ status: 201 });
  const permit = applied.json.number;
  const validity = { validFrom: "2020-01-01", validTo: "2035-12-31" };
  const issued = await goesOnWith.call("agency", `/v1/formalities/${permit}/steps`, {
    step: "issue",
    facts: validity,
  });
  expect(issued, JSON.stringify(issued)).toMatchObject({ status: 200 });
  return { mrn, lrn, permit };
}

/** Both tell the same of what there is, by number, in lists, and as what waits. */
async function looksAlike(old: Version, now: Version, { mrn, lrn, permit }: Seen): Promise<void> {
  const paths = [
    ["trader", `/v1/declarations/${mrn}`],
    ["trader", `/v1/declarations?text=${lrn}`],
    ["trader", `/v1/declarations/${mrn}/timeline`],
    ["officer", `/v1/declarations?text=${mrn}`],
    ["officer", "/v1/queue?limit=100"],
    ["agency", "/v1/agency/queue"],
    ["trader", `/v1/formalities/${permit}`],
    ["trader", "/v1/formalities?kind=permit"],
    ["agency", "/v1/formalities?kind=permit&state=active"],
    ["trader", "/v1/accounts"],
  ] as const;
  for (const [username, path] of paths) {
    const answers = await eventually(
      () => Promise.all([old, now].map((one) => one.call(username, path))),
      ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
    );
    expect([path, answers[0]?.status]).toEqual([path, 200]);
  }
}
