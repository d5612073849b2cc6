/** risk screen, describe and mirror: what users see, and the exit codes. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, run } from "./support/run.ts";

let folder: string;
const file = (name: string) => path.join(folder, name);
const write = (name: string, lines: readonly string[]) =>
  writeFile(file(name), `${lines.join("\n")}\n`);
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-screen-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A match, or the summary at the end. */
interface ScreenLine {
  readonly entry?: { readonly id: string };
  readonly partyName?: string;
  readonly summary?: unknown;
}

describe("risk screen", () => {
  beforeAll(async () => {
    await write("list.csv", [
      "id,schema,name,countries",
      "L1,Person,Юрий Хрущёв,ru",
      "L2,Company,Northern Star Shipping Ltd,pa",
    ]);
    await write("parties.csv", ["id,name,country", "1,Yuri Khrushchev,RU", "2,Ana Bell,FR", "3,,"]);
  });
  const list = () => ["risk", "screen", "--list", file("list.csv")];

  it("tells each likeness and why, what could not be screened, and exits with 1", async () => {
    const { code, out, err } = await run([...list(), "--parties", file("parties.csv")]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /0\.9\d\d {2}1 {2}Yuri Khrushchev {2}=> {2}Юрий Хрущёв \(list L1\)\n.*country same/,
    );
    expect(out).toContain("2 parties against 2 entries: 1 matches");
    expect(err).toContain("party, row 4: a name is empty");
  });

  it("does not call clean who has no name that could be compared", async () => {
    const one = await run([...list(), "--name", "!!!"]);
    expect(one.code).toBe(1);
    expect(one.out).toContain("1 parties could not be screened");
    await write("nameless.csv", ["id,name,aliases", "1,!!!,", "2,???,Ana Bell", "3,💥,"]);
    const some = await run([...list(), "--parties", file("nameless.csv"), "--json"]);
    expect(some.code).toBe(1);
    expect(jsonLines(some.out).at(-1)?.summary).toMatchObject({ parties: 3, notScreened: 2 });
    expect(some.err).toContain("party 3: no name of it has a letter or digit to be compared");
  });

  it("as JSON gives matches and where the list comes from", async () => {
    const { code, out } = await run([
      ...list(),
      "--name",
      "Nothern Star Shipping",
      "--licence",
      "open",
      "--json",
    ]);
    const [match, last] = jsonLines<ScreenLine>(out);
    expect([code, match.entry?.id, match.partyName]).toEqual([1, "L2", "Nothern Star Shipping"]);
    expect(last?.summary).toMatchObject({
      parties: 1,
      matches: 1,
      lists: [{ licence: "open", entries: 2, leftOut: 0 }],
    });
  });

  it("exits with 0 when nobody is like an entry, and with 2 when it cannot run", async () => {
    expect((await run([...list(), "--name", "Ana Bell"])).code).toBe(0);
    await write("bad.csv", ["id,name", "1,", "2,Fine Name"]);
    const bad = ["risk", "screen", "--list", file("bad.csv"), "--name", "Ana Bell"];
    const refused = await run(bad);
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/CH4420.*row 2: a name is empty/),
    ]);
    expect((await run([...bad, "--tolerate", "1"])).code).toBe(0);
    expect((await run(list())).code).toBe(2);
    expect((await run([...list(), "--name", "x", "--threshold", "0.2"])).code).toBe(2);
    expect(
      (await run(["risk", "screen", "--list", file("none.csv"), "--name", "x"])).err,
    ).toContain("cannot be opened");
  });
});

describe("risk describe", () => {
  it("learns a table, suggests codes and tells what does not fit", async () => {
    const goods = ["010121,live horses", "620342,cotton trousers", "847130,laptop computer"];
    const kinds = ["", " new", " used", " boxed", " small", " large", " red"];
    await write("goods.csv", [
      "code,text",
      "TOTAL,all goods",
      ...goods.flatMap((line) => kinds.map((kind) => line + kind)),
    ]);
    const columns = ["--text", "text", "--code", "code"];
    const model = ["--model", file("goods.model")];
    const trained = await run([
      "risk",
      "describe",
      "train",
      "--data",
      file("goods.csv"),
      ...columns,
      "--out",
      file("goods.model"),
      "--json",
    ]);
    expect(JSON.parse(trained.out)).toMatchObject({ codes: 3, data: [{ rows: 21, leftOut: 1 }] });
    const suggested = await run([
      "risk",
      "describe",
      "suggest",
      ...model,
      "--text",
      "trousers of cotton",
      "--json",
    ]);
    expect(JSON.parse(suggested.out).codes[0].code).toBe("6203");

    await write("declared.csv", [
      "code,text",
      "010121,live horses",
      "010121,laptop computer",
      "847130,parts",
      "x,laptop",
    ]);
    const checked = await run([
      "risk",
      "describe",
      "check",
      ...model,
      "--data",
      file("declared.csv"),
      ...columns,
      "--least",
      "0.2",
    ]);
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/row 2 {2}unlikely {2}0101 .* best 8471/);
    expect(checked.out).toMatch(/row 3 {2}vague/);
    expect(checked.out).toContain("4 rows: 1 vague, ");
    expect(checked.err).toContain("row 4: x is no code");

    await writeFile(file("broken.model"), "customhouse-descriptions 1");
    const broken = await run([
      "risk",
      "describe",
      "suggest",
      "--model",
      file("broken.model"),
      "--text",
      "x",
    ]);
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("CH4453")]);
  });
});

describe("risk mirror", () => {
  it("counts no part of a record beside the whole", async () => {
    const head =
      "period,reporterCode,partnerCode,partner2Code,flowCode,customsCode,motCode,cmdCode,netWgt,primaryValue";
    await write("parts.csv", [
      head,
      "2023,36,156,0,M,C00,0,850440,1000,1000000",
      "2023,36,156,0,M,C00,1000,850440,400,400000",
      "2023,36,156,0,M,C00,2100,850440,600,600000",
      "2023,36,156,0,M,C01,0,850440,1000,1000000",
      "2023,36,156,344,M,C00,0,850440,70,70000",
      "202301,36,156,0,M,C00,0,850440,80,80000",
      "202301,36,156,0,M,C00,0,100630,80,80000",
      "202302,36,156,0,M,C00,0,100630,20,20000",
    ]);
    await write("whole.csv", [
      head,
      "2023,156,36,0,X,C00,0,850440,1000,500000",
      "2023,156,36,0,X,C00,0,100630,100,10000",
    ]);
    const sides = ["--imports", file("parts.csv"), "--exports", file("whole.csv")];
    const { out } = await run(["risk", "mirror", ...sides, "--json"]);
    const lines = jsonLines(out);
    expect(lines.slice(0, 2).map(({ hs6, importedMinor }) => [hs6, importedMinor])).toEqual([
      ["850440", "100000000"],
      ["100630", "10000000"],
    ]);
    expect(lines.at(-1)?.summary).toMatchObject({ imports: 3, parts: 5, leftOut: 0 });
    expect((await run(["risk", "mirror", ...sides])).out).toContain("5 that are parts of another");
    await write("half.csv", [head, "2023,36,156,0,M,C00,1000,850440,400,400000"]);
    const half = await run(["risk", "mirror", "--imports", file("half.csv"), ...sides.slice(2)]);
    expect([half.code, half.err]).toEqual([2, expect.stringContaining("CH4461")]);
  });

  it("ranks the gaps between two sides", async () => {
    const head = "period,reporterCode,partnerCode,flowCode,cmdCode,netWgt,primaryValue";
    await write("imports.csv", [head, "2024,100,200,M,850440,1000,50000"]);
    await write("exports.csv", [
      head,
      "2024,200,100,X,850440,1010,150000",
      "2024,200,100,X,010121,10,20000",
    ]);
    const sides = ["--imports", file("imports.csv"), "--exports", file("exports.csv")];
    const { code, out } = await run(["risk", "mirror", ...sides, "--json"]);
    const lines = jsonLines(out);
    expect([code, lines.map(({ hs6, gapMinor }) => [hs6, gapMinor])]).toEqual([
      0,
      [
        ["850440", "-10900000"],
        ["010121", "-2120000"],
        [undefined, undefined],
      ],
    ]);
    const text = await run(["risk", "mirror", ...sides, "--top", "1"]);
    expect(text.out).toMatch(/200 -> 100 {2}850440 {2}gap USD -109,000 \(-69 %\)/);
    const swapped = await run([
      "risk",
      "mirror",
      "--imports",
      file("exports.csv"),
      "--exports",
      file("imports.csv"),
    ]);
    expect([swapped.code, swapped.err]).toEqual([2, expect.stringContaining("CH4462")]);
  });
});
