/** Receipts by command: fetched from the server, checked without it. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { declaration } from "@customhouse/testkit";
import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, expect, it } from "vitest";
import { jsonLines, run } from "./support/run.ts";
import { type CliServer, startCliServer } from "./support/server.ts";

let server: CliServer;
beforeAll(async () => {
  server = await startCliServer();
});
afterAll(() => server?.stop());

const cli = (...args: string[]) => run(args, server.env);
const fileOf = (name: string) => path.join(server.dataDir, name);

it("gets, verifies, and says which check failed", async () => {
  const message = fileOf("message.json");
  await writeFile(
    message,
    JSON.stringify(declaration({ lrn: "CLI-RCPT", items: [{ origin: "QQ" }] })),
  );
  const lodged = await cli("submit", message, "--as", "trader", "--json");
  const { mrn } = JSON.parse(lodged.out.split("\n")[0] ?? "{}");
  const receipts = fileOf("receipts.json");
  await eventually(
    () => cli("receipt", "get", mrn, "--as", "trader", "-o", receipts),
    ({ code }) => code === 0,
  );
  const key = await cli("receipt", "key");
  expect(key.code).toBe(0);
  await writeFile(fileOf("log.key"), key.out);

  // Nothing of the server's is known to what verifies.
  const verify = (file: string, given: string, ...more: string[]) =>
    run(["receipt", "verify", file, "--key", given, ...more], {});
  for (const given of [key.out.trim(), fileOf("log.key")]) {
    const sound = await verify(receipts, given);
    expect([sound.code, sound.out], sound.err).toEqual([0, expect.stringContaining("Sound")]);
    expect(sound.out).toContain("DeclarationRejected");
  }
  const [line] = jsonLines((await verify(receipts, fileOf("log.key"), "--json")).out);
  expect(line).toMatchObject({ number: mrn });

  const spoilt = fileOf("spoilt.json");
  await writeFile(
    spoilt,
    (await readFile(receipts, "utf8")).replace("DeclarationRejected", "DeclarationAccepted"),
  );
  const notSound = await verify(spoilt, fileOf("log.key"));
  expect([notSound.code, notSound.out]).toEqual([1, expect.stringContaining("content failed")]);
  const [failed] = jsonLines((await verify(spoilt, fileOf("log.key"), "--json")).out);
  expect(failed.failed).toBe("content");

  const none = await verify(fileOf("none.json"), fileOf("log.key"));
  expect([none.code, none.err]).toEqual([2, expect.stringContaining("does not exist")]);
  const noKey = await verify(receipts, "what");
  expect([noKey.code, noKey.err]).toEqual([2, expect.stringContaining("key of a log")]);
  expect((await verify(receipts, receipts)).code).toBe(2);
  const unknown = await cli("receipt", "get", "26XA0000", "--as", "trader");
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("CH8012")]);
}, 120_000);
