/** Every file of the attack corpora as a body: refused with a code, quickly, and never a fault of ours. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { patience } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const folder = fileURLToPath(new URL("../../../../../shared/security", import.meta.url));
const present = existsSync(folder);
const files = present
  ? readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
  : [];

const title = present ? "attack corpora" : "attack corpora (skipped: the data folder is not here)";

describe.skipIf(!present)(title, () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await startTestServer({ limits: { playgroundPerMinute: 100_000 } });
    token = await server.token("trader");
  });
  afterAll(() => server?.stop());

  test("there are files", () => expect(files.length).toBeGreaterThan(100));

  test.each(files.map((path) => [relative(folder, path), path] as const))(
    "%s",
    async (_name, path) => {
      const body = readFileSync(path);
      for (const address of ["/v1/declarations", "/v1/validate"]) {
        for (const type of ["application/xml", "application/json"]) {
          const started = performance.now();
          const headers = { "Content-Type": type };
          const answer = await server.call(address, { token, body, headers });
          expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
          expect(answer.status, answer.text).toBeLessThan(500);
          const coded = answer.json.code ?? answer.json.findings[0].code;
          expect(coded, answer.text).toMatch(/^CH\d{4}$/);
          expect(performance.now() - started).toBeLessThan(patience(1_000));
          expect(answer.text).not.toMatch(/root:x:0:0|at .*\.ts:\d+/);
        }
      }
    },
  );
});
