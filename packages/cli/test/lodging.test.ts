/** token, submit, status and notifications against the real server. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, root, run } from "./support/run.ts";
import { type CliServer, startCliServer } from "./support/server.ts";

let server: CliServer;
const sample = (name: string) => `countries/xa/samples/${name}.xml`;
const cli = (...args: string[]) => run(args, server.env);

beforeAll(async () => {
  server = await startCliServer();
});
afterAll(async () => {
  await server.stop();
});

/** Selection draws at random, so documents or an examination may be asked for once in a hundred; those are left out. */
/** A line of `notifications`, or the last one, which says how to go on. */
interface Told {
  readonly next?: string;
  readonly position?: string;
  readonly body?: { readonly Response: { readonly Declaration: Readonly<Record<string, string>> } };
}
const told = (lines: readonly { kind?: unknown; functionCode?: unknown }[]) =>
  lines.filter((line) => line.functionCode !== undefined).map((line) => line.functionCode);

describe("token", () => {
  it("prints nothing but the token, so that a shell can take it", async () => {
    const { code, out } = await cli("token", "--as", "trader");
    expect(code).toBe(0);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const answer = await fetch(`${server.url}/v1/declarations`, {
      headers: { Authorization: `Bearer ${out.trim()}` },
    });
    expect(answer.status).toBe(200);
  });

  it("gives JSON with issuer and end", async () => {
    const { out } = await cli("token", "--as", "agency", "--json");
    const [token] = jsonLines<{ readonly expiresAt: string; readonly issuer: string }>(out);
    expect(Object.keys(token)).toEqual(["accessToken", "tokenType", "expiresAt", "issuer"]);
    expect(Date.parse(token.expiresAt)).toBeGreaterThan(Date.now());
    expect(token.issuer).toBe(`${server.url}/oidc`);
  });

  it("works with a machine's own credentials, and says when they are wrong", async () => {
    const env = { ...server.env, CUSTOMHOUSE_CLIENT_SECRET: "wrong" };
    const { code, err } = await run(["token", "--client-id", "demo-trader"], env);
    expect([code, err]).toEqual([2, expect.stringContaining("CUSTOMHOUSE_CLIENT_SECRET")]);
  });

  it("tells an unknown user what to do", async () => {
    const { code, out, err } = await cli("token", "--as", "nobody");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain('no demo user "nobody"');
    expect(err).not.toContain("    at ");
  });

  it("says whose secrets are missing", async () => {
    const env = { CUSTOMHOUSE_DATA_DIR: "/nonexistent", CUSTOMHOUSE_URL: server.url };
    const { code, err } = await run(["token", "--as", "trader"], env);
    expect([code, err]).toEqual([2, expect.stringContaining("npm start")]);
  });
});

describe("submit", () => {
  it("lodges and follows to the end, in plain lines", async () => {
    const { code, out, err } = await cli("submit", sample("import"), "--as", "trader", "--follow");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(`${sample("import")}: lodged and accepted`);
    expect(out).toMatch(/ 01 DMSACC {2}accepted/);
    expect(out).toMatch(/item 1 {2}A00 {2}12\.00 % of 1000\.00 = 120\.00 USD/);
    expect(out).toContain("to pay 332.69 USD");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is that there are none
    expect(out).not.toMatch(/[\u001b\r]/);
  });

  it("says that it was lodged before, and follows that one", async () => {
    const again = await cli("submit", sample("import"), "--as", "trader", "--follow", "--json");
    expect(again.code).toBe(0);
    const lines = jsonLines(again.out);
    expect(lines[0]).toMatchObject({ kind: "lodged", replayed: true, lrn: "AURORA-0001" });
    expect(told(lines).slice(0, 2)).toEqual(["01", "13"]);
    expect(lines.at(-1)).toMatchObject({ kind: "status", mrn: lines[0].mrn });
    const plain = await cli("submit", sample("import"), "--as", "trader");
    expect(plain.out).toContain("was lodged before");
  });

  it("names the declaration that has the LRN, and lodges under another one", async () => {
    const changed = path.join(server.dataDir, "changed.xml");
    const text = await readFile(path.join(root, sample("import")), "utf8");
    await writeFile(changed, text.replace("cotton", "linen"));
    const first = await cli("submit", changed, "--as", "trader");
    expect(first.code).toBe(1);
    expect(first.out).toMatch(/LRN belongs to another message[\s\S]*MRN 26XA[\s\S]*--lrn NEW/);
    const json = await cli("submit", changed, "--as", "trader", "--json");
    expect(jsonLines(json.out)[0]).toMatchObject({
      kind: "refused",
      problem: { code: "CH8106" },
      earlierMrn: expect.stringMatching(/^\d\dXA/),
    });
    const other = await cli("submit", changed, "--as", "trader", "--json", "--lrn", "AURORA-77");
    expect(other.code).toBe(0);
    expect(jsonLines(other.out)[0]).toMatchObject({ replayed: false, lrn: "AURORA-77" });
  });

  it("replaces the LRN of JSON too, and keeps the request's key", async () => {
    const file = path.join(server.dataDir, "import.json");
    await writeFile(file, JSON.stringify(declaration({ lrn: "J-0" })));
    const args = ["submit", file, "--as", "trader", "--lrn", "J-1", "--idempotency-key", "key-1"];
    const [first] = jsonLines((await cli(...args, "--json")).out);
    const [second] = jsonLines((await cli(...args, "--json")).out);
    expect(first).toMatchObject({ lrn: "J-1", replayed: false });
    expect(second).toMatchObject({ mrn: first.mrn, replayed: true });
  });

  it("stops following when somebody else has to act, and says who", async () => {
    // One in 250 is held by chance, and then the trader has to act: another one is lodged.
    let [code, out] = [0, ""];
    for (let lodged = 1; lodged <= 5 && !out.includes("Who has it: another agency"); lodged += 1) {
      const args = [sample("import-meat"), "--as", "trader", "--follow", "--lrn", `MEAT-${lodged}`];
      ({ code, out } = await cli("submit", ...args));
    }
    expect(code).toBe(0);
    expect(out).toContain("Next: XAVET decides on item 1");
    expect(out).toContain("Who has it: another agency");
    expect(out).toMatch(/npx customhouse notifications \w+ --as trader --follow/);
  });

  it("exits with 1 for a rejected declaration and says why in words", async () => {
    const { code, out } = await cli("submit", sample("import-with-errors"), "--as", "trader");
    expect(code).toBe(1);
    expect(out).toContain("lodged and rejected");
    expect(out).toContain("XA102 An imported item needs its country of origin.");
  });

  it("exits with 1 when refused, for another's declaration and for no declaration", async () => {
    const other = await cli("submit", sample("import-tobacco"), "--as", "trader2");
    expect([other.code, other.out]).toEqual([1, expect.stringContaining("CH8104")]);
    const nothing = await cli("submit", "package.json", "--as", "trader", "--json");
    expect(nothing.code).toBe(1);
    expect(jsonLines(nothing.out)[0].problem).toMatchObject({
      status: 400,
      whatToDo: expect.any(String),
    });
  });

  it("lodges the others when one file cannot be read, in order, and exits with 2", async () => {
    const files = [sample("export"), sample("none"), sample("import-before-arrival")];
    const { code, out, err } = await cli("submit", ...files, "--as", "trader", "--json");
    expect(code).toBe(2);
    expect(jsonLines(out).map(({ file }) => file)).toEqual([files[0], files[2]]);
    expect(err).toContain("none.xml does not exist");
  });

  it("takes one LRN for one file only", async () => {
    const { code, err } = await cli(
      "submit",
      sample("export"),
      sample("import"),
      "--as",
      "trader",
      "--lrn",
      "X",
    );
    expect([code, err]).toEqual([2, expect.stringContaining("one by one")]);
  });
});

describe("status and notifications", () => {
  it("tell where a declaration stands and what was told", async () => {
    const lodged = await cli(
      "submit",
      sample("export"),
      "--as",
      "trader",
      "--lrn",
      "EX-2",
      "--json",
    );
    const [{ mrn }] = jsonLines<{ readonly mrn: string }>(lodged.out);
    const status = await cli("status", mrn, "--as", "trader", "--json");
    expect(jsonLines(status.out)).toEqual([
      expect.objectContaining({
        mrn,
        lrn: "EX-2",
        direction: "export",
        regions: expect.any(Object),
      }),
    ]);
    const plain = await cli("status", mrn, "--as", "trader");
    expect(plain.out).toMatch(/control \w+, agencies \w+, debt \w+, goods \w+[\s\S]*Who has it:/);
    const all = jsonLines<Told>((await cli("notifications", mrn, "--as", "trader", "--json")).out);
    expect(all[0]).toMatchObject({ seq: 1, functionCode: "01" });
    const rest = await cli("notifications", mrn, "--as", "trader", "--json", "--after", "1");
    expect(rest.out === "" ? [] : jsonLines(rest.out)).toEqual(all.slice(1));
  });

  it("go on from a cursor without a gap or a repetition", async () => {
    const all = jsonLines((await cli("notifications", "--as", "trader", "--json")).out);
    const { next = "" } = all.at(-1) ?? {};
    expect(typeof next).toBe("string");
    await cli("submit", sample("export"), "--as", "trader", "--lrn", "EX-3");
    // A position is given a moment after the act, by the sequencer.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const more = jsonLines<Told>(
      (await cli("notifications", "--as", "trader", "--json", "--after", `${next}`)).out,
    );
    const positions = [...all, ...more].flatMap(({ position }) => position ?? []).map(Number);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    expect(more[0].body?.Response.Declaration.FunctionalReferenceID).toBe("EX-3");
  });

  it("show nobody another's declaration", async () => {
    const lodged = await cli(
      "submit",
      sample("export"),
      "--as",
      "trader",
      "--lrn",
      "EX-4",
      "--json",
    );
    const [{ mrn }] = jsonLines<{ readonly mrn: string }>(lodged.out);
    for (const command of ["status", "notifications"]) {
      const { code, out, err } = await cli(command, mrn, "--as", "trader2");
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain("CH8012");
    }
  });
});

describe("without a server, or without a name", () => {
  it("says how to start one", async () => {
    const env = { ...server.env, CUSTOMHOUSE_URL: "http://127.0.0.1:9" };
    const { code, err } = await run(["status", "26XA", "--as", "trader"], env);
    expect([code, err]).toEqual([2, expect.stringContaining("npm start")]);
  });

  it("asks who you are, and says when a token is not good", async () => {
    const unnamed = await cli("status", "26XA");
    expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining("--as trader")]);
    const wrong = await run(["status", "26XA"], { ...server.env, CUSTOMHOUSE_TOKEN: "wrong" });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("customhouse token")]);
  });
});
