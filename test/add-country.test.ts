/** Adding a country is adding a folder: to a copy of the sources, that is then checked and started as any other. */
import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const PARTS = ["package.json", "packages", "countries", "scripts", "docs", "policies"];
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), "customhouse-country-"));
  const keep = (file: string) => !/\/(node_modules|dist|test)(\/|$)/.test(file.slice(root.length));
  for (const part of PARTS) {
    await cp(path.join(root, part), path.join(copy, part), { recursive: true, filter: keep });
  }
  await linkModules();
  await cp(path.join(copy, "countries/xa"), path.join(copy, "countries/zz"), { recursive: true });
  for (const file of ["countries/zz/package.json", "countries/zz/src/xa.ts"]) {
    const text = await readFile(path.join(copy, file), "utf8");
    const renamed = text.replace("country-xa", "country-zz").replace('code: "XA"', 'code: "ZZ"');
    expect(renamed).not.toBe(text);
    await writeFile(path.join(copy, file), renamed);
  }
}, 120_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

/** What is installed stays where it is; our own packages are those of the copy, and the new country is none of them. */
async function linkModules(): Promise<void> {
  const to = path.join(copy, "node_modules");
  await mkdir(path.join(to, "@customhouse"), { recursive: true });
  for (const name of await readdir(path.join(root, "node_modules"))) {
    if (name === "@customhouse" || name === ".vite") continue;
    await symlink(path.join(root, "node_modules", name), path.join(to, name));
  }
  for (const name of await readdir(path.join(copy, "packages"))) {
    await symlink(path.join(copy, "packages", name), path.join(to, "@customhouse", name));
  }
}

const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: copy });

it("is checked without a row in any script", async () => {
  const { stdout } = await node("scripts/check-imports.ts");
  expect(stdout).toContain(" 0 breaches");
  await node("scripts/write-errors.ts", "--check");
  await node("scripts/write-formalities.ts", "--check");
  const bad = path.join(copy, "countries/zz/src/bad.ts");
  await writeFile(bad, 'import { start } from "@customhouse/server";\nstart;\n');
  await expect(node("scripts/check-imports.ts")).rejects.toMatchObject({
    stderr: expect.stringContaining("country-zz may not import @customhouse/server"),
  });
  await rm(bad);
}, 60_000);

it("validates and starts under its name", async () => {
  const sample = "countries/zz/samples/import.xml";
  const valid = await node("packages/cli/src/main.ts", "validate", "--country", "zz", sample);
  expect(valid.stdout).toContain("valid declaration");
  const env = { PATH: process.env.PATH, PORT: "0", CUSTOMHOUSE_DATA_DIR: path.join(copy, "data") };
  const args = ["packages/cli/src/main.ts", "start", "--country", "zz"];
  const server = spawn(process.execPath, args, { cwd: copy, env });
  const ended = new Promise((resolve) => server.once("close", resolve));
  let out = "";
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        if (out.includes("(zz) is ready")) resolve();
      });
    }
  });
  try {
    await Promise.race([ready, ended]);
    expect(out).toContain("Customhouse (zz) is ready");
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}, 180_000);
