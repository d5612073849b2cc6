/** Erasing by command, by two administrators. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "./support/run.ts";
import { type CliServer, startCliServer } from "./support/server.ts";

let server: CliServer;
beforeAll(async () => {
  server = await startCliServer();
});
afterAll(() => server?.stop());

const cli = (...args: string[]) => run(args, server.env);
const GROUND = ["--reason", "court-order", "--legal-basis", "XA-DPA-21"];

it("asks, and erases when a second administrator confirms", async () => {
  const file = path.join(server.dataDir, "rejected.json");
  // An origin that is no country: the declaration is rejected, and so is over at once.
  const made = declaration({ lrn: "CLI-ERASE", items: [{ origin: "QQ" }] });
  await writeFile(file, JSON.stringify(made));
  const lodged = await cli("submit", file, "--as", "trader", "--json");
  const { mrn } = JSON.parse(lodged.out.split("\n")[0] ?? "{}");
  expect(mrn, lodged.out + lodged.err).toBeTypeOf("string");
  const none = await cli("case", "confirm-erasure", mrn, "--as", "administrator2");
  expect([none.code, none.err]).toEqual([1, expect.stringContaining("CH8147")]);
  const asked = await cli("case", "erase", mrn, ...GROUND, "--as", "administrator");
  expect([asked.code, asked.out], asked.err).toEqual([0, expect.stringContaining("It waits")]);
  const own = await cli("case", "confirm-erasure", mrn, "--as", "administrator");
  expect([own.code, own.err]).toEqual([1, expect.stringContaining("CH8145")]);
  const done = await cli("case", "confirm-erasure", mrn, "--as", "administrator2");
  expect([done.code, done.out], done.err).toEqual([0, expect.stringMatching(/^Erased on /)]);
  const status = await cli("status", mrn, "--as", "trader");
  expect(status.out).toContain("erased");
  const wrong = await cli("case", "erase", mrn, "--reason", "because", "--legal-basis", "X");
  expect(wrong.code).toBe(2);
  const unknown = await cli(
    "case",
    "erase",
    "APP26XA0000",
    ...GROUND,
    "--formality",
    "--as",
    "administrator",
  );
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("CH8012")]);
});
