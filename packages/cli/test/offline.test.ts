/** validate, convert, scenario run: no server needed. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, root, run } from "./support/run.ts";

const samples = "countries/xa/samples";
const sample = (name: string) => `${samples}/${name}.xml`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-offline-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Judged {
  readonly errors: readonly { readonly code: string }[];
}

describe("validate", () => {
  it("writes one object a line, in the order of the files, and exits with 1 for an invalid one", async () => {
    const files = [sample("import"), sample("import-with-errors")];
    const { code, out, err } = await run(["validate", "--country", "xa", "--json", ...files]);
    expect([code, err]).toEqual([1, ""]);
    const [good, bad] = jsonLines<Judged>(out);
    expect(good).toEqual({ file: files[0], valid: true, messageType: "declaration", errors: [] });
    expect(Object.keys(bad ?? {})).toEqual(["file", "valid", "messageType", "errors"]);
    expect(bad?.errors.map(({ code }) => code)).toEqual(["CH1304", "CH1304", "XA102", "XA202"]);
    for (const error of bad?.errors ?? []) {
      expect(error).toMatchObject({
        code: expect.any(String),
        path: expect.stringMatching(/^\$\.Declaration\./),
        pointer: expect.stringMatching(/^42A\//),
        message: expect.stringMatching(/\.$/),
      });
    }
  });

  it("exits with 0 when all are valid", async () => {
    const { code, out } = await run([
      "validate",
      "--country",
      "xa",
      sample("import"),
      sample("export"),
    ]);
    expect([code, out]).toEqual([
      0,
      `${sample("import")}: valid declaration\n${sample("export")}: valid declaration\n`,
    ]);
  });

  it("checks the others when a file cannot be read, and exits with 2", async () => {
    const files = ["nothing.xml", sample("import-with-errors"), samples];
    const { code, out, err } = await run(["validate", "--country", "xa", "--json", ...files]);
    expect(code).toBe(2);
    expect(jsonLines(out)).toHaveLength(1);
    expect(err).toContain("nothing.xml does not exist");
    expect(err).toContain(`${samples} cannot be read`);
  });

  it("has an answer for what is no message", async () => {
    const file = path.join(folder, "binary.xml");
    await writeFile(file, Buffer.from([0xff, 0xfe, 0x00, 0x01]));
    const { code, out } = await run(["validate", "--country", "xa", "--json", file]);
    expect(code).toBe(1);
    expect(jsonLines(out)[0]).toMatchObject({ valid: false, messageType: null });
  });

  it("names the countries' place for an unknown one, and the option that is missing", async () => {
    const unknown = await run(["validate", "--country", "zz", sample("import")]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("countries/")]);
    const missing = await run(["validate", sample("import")]);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("--country")]);
  });

  it("takes hundreds of files in one call", async () => {
    const text = await readFile(path.join(root, sample("import")), "utf8");
    const many = path.join(folder, "many");
    await mkdir(many);
    const files = Array.from({ length: 500 }, (_, index) => path.join(many, `${index}.xml`));
    await Promise.all(files.map((file) => writeFile(file, text)));
    const { code, out } = await run(["validate", "--country", "xa", "--json", ...files]);
    expect([code, jsonLines(out).length]).toEqual([0, 500]);
  });
});

describe("convert", () => {
  /** Published declarations when the shared material is here; our own samples always. */
  async function messages(): Promise<string[]> {
    const own = (await readdir(path.join(root, samples))).map((name) => path.join(samples, name));
    const published = path.join(root, "../shared/wco/gb/scenarios/TT_IM117a/Step1_TT_IM117a.xml");
    const isHere = await readFile(published).then(
      () => true,
      () => false,
    );
    return isHere ? [...own, published] : own;
  }

  it("gives the same again for its own output, from XML and from JSON", async () => {
    for (const file of await messages()) {
      const convert = async (to: string, from: string) => {
        const { code, out, err } = await run(["convert", "--to", to, from]);
        expect([code, err]).toEqual([0, ""]);
        const next = path.join(folder, `${path.basename(from)}.${to}`);
        await writeFile(next, out);
        return { out, file: next };
      };
      const json = await convert("json", file);
      const xml = await convert("xml", file);
      expect((await convert("json", json.file)).out).toBe(json.out);
      expect((await convert("xml", xml.file)).out).toBe(xml.out);
      expect((await convert("xml", json.file)).out).toBe(xml.out);
      expect((await convert("json", xml.file)).out).toBe(json.out);
    }
  });

  it("says what to do with what cannot be converted", async () => {
    const { code, out, err } = await run(["convert", "--to", "json", "package.json"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("customhouse validate");
  });

  it("takes no other form", async () => {
    expect((await run(["convert", "--to", "yaml", sample("import")])).code).toBe(2);
  });
});

describe("scenario run", () => {
  it("plays a folder and tells the steps", async () => {
    const scenario = path.join(folder, "FIRST");
    await mkdir(scenario);
    await writeFile(
      path.join(scenario, "Step1.xml"),
      await readFile(path.join(root, sample("import-before-arrival"))),
    );
    const steps = path.join(folder, "steps.json");
    await writeFile(steps, JSON.stringify({ FIRST: [{ step: "arrive" }] }));
    const args = ["scenario", "run", "--country", "xa", "--steps", steps];
    const { code, out } = await run([...args, "--json", scenario]);
    expect(code).toBe(0);
    const [played] = jsonLines<{ readonly scenario: string; readonly actual: readonly string[] }>(
      out,
    );
    expect(Object.keys(played)).toEqual(["scenario", "actual", "steps"]);
    expect(played.scenario).toBe("FIRST");
    expect(played.actual.slice(0, 1)).toEqual(["02"]);
    expect(played.actual.at(-1)).toBe("09");
    expect((await run([...args, "--json", scenario])).out).toBe(out);
  });

  it("says what is wrong with a steps file", async () => {
    const args = ["scenario", "run", "--country", "xa", "--steps", "package.json", folder];
    expect((await run(args)).code).toBe(2);
  });
});

describe("customhouse", () => {
  it("lists its commands and exit codes", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const name of [
      "start",
      "validate",
      "convert",
      "submit",
      "status",
      "notifications",
      "scenario",
      "token",
    ]) {
      expect(out).toContain(`  ${name} `);
    }
    expect(out).toContain("Exit codes: 0 done, 1 done and the answer is no, 2 could not run.");
  });

  it("exits with 2 for a command it does not have", async () => {
    expect((await run(["declare"])).code).toBe(2);
  });
});
