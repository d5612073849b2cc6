/** start, with its own PostgreSQL; and the wrapper that npx runs. */
import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readRunning } from "../src/connection/running-server.ts";
import { finished, launch, root, run } from "./support/run.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "customhouse-start-"));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** The portal is not built here: that has a test of its own. */
const env = (more: Record<string, string> = {}) => ({
  CUSTOMHOUSE_DATA_DIR: dataDir,
  CUSTOMHOUSE_WEB_DIR: path.join(root, "docs"),
  PORT: "0",
  ...more,
});

/** Listens on: a process whose output is closed behaves differently. */
function greeted(child: ReturnType<typeof launch>): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      if (text.includes("Ctrl-C stops the server")) resolve(text);
    });
    child.on("close", () => reject(new Error(`it ended early: ${text}`)));
  });
}

it("greets when it is ready, is found by the others, and stops when asked", async () => {
  const child = launch(["start"], env({ CUSTOMHOUSE_URL: "http://client.setting.example" }));
  const ended = finished(child);
  const greeting = await greeted(child);
  const url = /Portal +(\S+)/.exec(greeting)?.[1] ?? "";
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(greeting).toContain("made up");
  expect(greeting).toMatch(/trader +\S{14} {3}trader XA1000001/);
  const command = /npx customhouse (.*)/.exec(greeting)?.[1]?.split(" ") ?? [];
  expect((await readRunning(dataDir))?.url).toBe(url);
  const submitted = await run([...command, "--json"], { CUSTOMHOUSE_DATA_DIR: dataDir });
  expect(submitted.code).toBe(0);
  // As npm does it: the terminal tells the process, and npm tells it once more.
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect((await ended).code).toBe(0);
  expect(await readdir(dataDir)).not.toContain("running.json");
});

it("is started by npm with the flags that npx starts it with", async () => {
  const read = async (file: string) => JSON.parse(await readFile(path.join(root, file), "utf8"));
  const flags: readonly string[] = await read("packages/cli/bin/node-flags.json");
  const { scripts } = await read("package.json");
  expect(scripts.start).toBe(`node ${flags.join(" ")} packages/cli/src/main.ts start`);
  // What is measured is what is started.
  expect(scripts.bench).toBe(`node ${flags.join(" ")} bench/src/main.ts`);
});

it("starts gb", async () => {
  const child = launch(["start", "--country", "gb"], env());
  const ended = finished(child);
  const greeting = await greeted(child);
  expect(greeting).toContain("Customhouse (gb) is ready");
  expect(greeting).toContain("its declarant has to be GB");
  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

it("says in plain words what keeps it from starting", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const used = await run(["start"], env({ PORT: `${port}` }));
  other.close();
  expect([used.code, used.err]).toEqual([2, expect.stringContaining(`Port ${port} is in use`)]);
  expect(used.err).not.toContain("    at ");
  const setting = await run(["start"], env({ CUSTOMHOUSE_CONTRY: "xa" }));
  expect([setting.code, setting.err]).toEqual([2, expect.stringContaining("CUSTOMHOUSE_CONTRY")]);
  const country = await run(["start", "--country", "zz"], env());
  expect([country.code, country.err]).toEqual([2, expect.stringContaining("countries/")]);
});

it("runs through the wrapper of npx with the same exit codes", async () => {
  const wrapper = path.join(root, "packages/cli/bin/customhouse.js");
  const args = ["validate", "--country", "xa", "countries/xa/samples/import-with-errors.xml"];
  const child = spawn(process.execPath, [wrapper, ...args], { cwd: root, stdio: "ignore" });
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
});
