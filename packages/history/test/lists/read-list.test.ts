/** Lists and parties from files: what is read, each broken row with its number, and nothing half taken. */
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { buildIndex, screen } from "@customhouse/screening";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readList } from "../../src/lists/read-list.ts";
import { readParties } from "../../src/lists/read-parties.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-lists-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const OPTIONS = { name: "national", licence: "none stated" };
const HEADER =
  "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change";

async function file(content: string | Uint8Array, name = "list.csv"): Promise<string> {
  const at = path.join(folder, name);
  await writeFile(at, content);
  return at;
}

async function refusal(read: Promise<unknown>): Promise<string> {
  return await read.then(
    () => "accepted",
    (error: { code?: string; message: string }) => `${error.code} ${error.message}`,
  );
}

describe("a list", () => {
  it("in the columns of OpenSanctions keeps names, dates, source, licence, version and age", async () => {
    const text = `\ufeff${HEADER}
Q1,Person,"Karimi, Hassan","حسن الكريمي;Hasan Karimy",1961-03-04;1962,sy;ir,,P123456;TIN 99887766,"PROG (x)",,,eu,2020-01-01,2026-02-03T00:00:00,2025-12-01
Q2,Vessel,OCEAN PEARL,,,pa,,IMO9074729,,,,us,2020-01-01,,2026-03-01
Q3,LegalEntity,Thing Holding,,,,,,,,,us,,,
`;
    const at = await file(text);
    const list = await readList(at, { ...OPTIONS, licence: "CC BY-NC 4.0", version: "2026-03-01" });
    expect(list.source).toEqual({
      file: at,
      sha256: createHash("sha256").update(text).digest("hex"),
      licence: "CC BY-NC 4.0",
      version: "2026-03-01",
      newest: "2026-03-01",
    });
    expect(list.entries[0]).toEqual({
      id: "Q1",
      schema: "person",
      names: ["Karimi, Hassan", "حسن الكريمي", "Hasan Karimy"],
      birthDates: ["1961-03-04", "1962"],
      countries: ["sy", "ir"],
      identifiers: ["P123456", "TIN 99887766"],
      list: "eu",
      listVersion: "2026-03-01",
      programme: "PROG (x)",
      validFrom: undefined,
      validTo: undefined,
    });
    expect(list.entries.map(({ schema }) => schema)).toEqual(["person", "vessel", "unknown"]);
    const { matches } = screen(buildIndex(list.entries), { id: "p", name: "Hassan Karimi" });
    expect(matches.map(({ entry }) => entry.id)).toEqual(["Q1"]);
  });

  it("of a national authority needs id and name alone, in any order", async () => {
    const list = await readList(await file("valid_to,NAME,Id\n2026-12-31,Ana Bell,7\n"), OPTIONS);
    expect(list.entries).toMatchObject([
      { id: "7", names: ["Ana Bell"], list: "national", validTo: "2026-12-31" },
    ]);
    expect(list.source.version).toBe(list.source.sha256);
  });

  it("with broken rows is refused with every row and why, unless so many are tolerated", async () => {
    const rows = [
      "id,name,birth_date",
      "1,Good One,",
      "2,,",
      "3,Too,many,fields",
      "4,Bad Date,3rd of May",
      "1,Same Id,",
      `5,${"x".repeat(301)},`,
      `7,"Good
Two",1970`,
    ].join("\n");
    const at = await file(rows);
    const told = await refusal(readList(at, OPTIONS));
    expect(told).toMatch(
      /^CH4420 .*row 3: a name is empty; row 4: 4 fields instead of 3; row 5: birth date/,
    );
    expect(told).toContain("row 6: id 1 stands twice");
    expect(told).toContain("row 7: a name is longer than 300 characters");
    expect(await refusal(readList(at, { ...OPTIONS, tolerate: 4 }))).toMatch(/^CH4420/);
    const list = await readList(at, { ...OPTIONS, tolerate: 5 });
    expect(list.entries.map(({ id }) => id)).toEqual(["1", "7"]);
    expect(list.broken.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7]);
  });

  it("that is no list is refused with a code", async () => {
    const read = async (content: string | Uint8Array) =>
      refusal(readList(await file(content), OPTIONS));
    expect(await read("")).toMatch(/^CH4421/);
    expect(await read("id,title\n1,x\n")).toMatch(/^CH4421 .*no column name/);
    expect(await read("id,name,name\n1,x,y\n")).toMatch(/^CH4421/);
    expect(await read("id,name\n")).toMatch(/^CH4422/);
    expect(await read(Buffer.from("id,name\n1,Caf\u00e9\n", "latin1"))).toMatch(/^CH4420 .*UTF-8/);
    expect(await read(`id,name\n1,${"y".repeat(200_000)}\n2,Fine\n`)).toMatch(
      /^CH4421 .*longer than/,
    );
    expect(await read(`id,name\n1,Fine\n2,"never closed\n3,lost in it\n`)).toMatch(
      /^CH4421 .*near line 4: a quotation mark/,
    );
    expect(await read(`id,name\n1,"stray" quote\n2,Fine\n`)).toMatch(/^CH4421 .*near line 2/);
    expect(await read(`id,name\n1,a "stray quote\n2,Fine\n`)).toMatch(/^CH4421 .*near line 2/);
    expect(await refusal(readList(path.join(folder, "none.csv"), OPTIONS))).toMatch(/^ENOENT/);
  });
});

describe("parties", () => {
  it("are read with all that is known of them, and a broken one stops no other", async () => {
    const text = `id,name,aliases,schema,country,birth_date,identifiers,address
1,Ana Bell,"Anna Bell;A. Bell",person,FR,1970-01-02,P1234567;X7654321,1 Quay
2,,,,,,,
3,Plain,,,,,,
`;
    const { parties, broken } = await readParties(await file(text, "parties.csv"));
    expect(parties).toEqual([
      {
        id: "1",
        name: "Ana Bell",
        aliases: ["Anna Bell", "A. Bell"],
        schema: "person",
        country: "FR",
        birthDate: "1970-01-02",
        identifiers: ["P1234567", "X7654321"],
        address: "1 Quay",
      },
      { id: "3", name: "Plain", aliases: [], identifiers: [] },
    ]);
    expect(broken).toEqual([{ row: 3, why: "a name is empty" }]);
  });
});
