/** tariff against the real server, and a table of measures. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measuresOfCsv } from "../src/measures-csv.ts";
import { jsonLines, run } from "./support/run.ts";
import { type CliServer, startCliServer } from "./support/server.ts";

let server: CliServer;
const cli = (...args: string[]) => run([...args, "--as", "administrator"], server.env);

beforeAll(async () => {
  server = await startCliServer();
});
afterAll(async () => {
  await server.stop();
});

const TABLE = `id,commodity,taxType,rate,origins,validFrom,validTo,legalReference
m1,62,A00,12%,,2020-01-01,,Tariff Act
m2,0203,A00,"max(10%, 2 USD/KGM)",CN|VN,2020-01-01,2027-01-01,Tariff Act
`;

async function file(name: string, text: string): Promise<string> {
  const at = path.join(server.env.CUSTOMHOUSE_DATA_DIR ?? "", name);
  await writeFile(at, text);
  return at;
}

describe("a table of measures", () => {
  it("is read with its rates and lists", () => {
    expect(measuresOfCsv(TABLE)[1]).toEqual({
      id: "m2",
      commodity: "0203",
      taxType: "A00",
      rate: {
        greatest: [{ percent: "10" }, { amount: "2", currency: "USD", per: "1", unit: "KGM" }],
      },
      origins: ["CN", "VN"],
      validFrom: "2020-01-01",
      validTo: "2027-01-01",
      legalReference: "Tariff Act",
    });
  });

  it("that is torn is told with what to do", () => {
    expect(() => measuresOfCsv('a,b\n"1,2')).toThrow(/cannot be read/);
  });
});

describe("tariff", () => {
  it("goes from the table into force and back", async () => {
    const imported = await cli(
      "tariff",
      "import",
      await file("t.csv", TABLE),
      "--note",
      "from a table",
      "--json",
    );
    expect([imported.code, imported.err]).toEqual([0, ""]);
    const [{ version }] = jsonLines<{ readonly version: number }>(imported.out);
    const early = await cli("tariff", "activate", `${version}`);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining("CH8112")]);
    expect((await cli("tariff", "canary", `${version}`)).out).toContain(
      "0 of 0 declarations would change",
    );
    expect((await cli("tariff", "activate", `${version}`)).out).toContain(
      "active  2 measures  from a table",
    );
    expect((await cli("tariff", "list")).out).toContain("active");
    expect((await cli("tariff", "rollback")).out).toContain("the country's own measures");
  });

  it("with wrong rows is refused with each of them", async () => {
    const wrong = TABLE.replace("12%", "a dozen").replace("m1,62,A00", "m1,62,A99");
    const answer = await cli("tariff", "import", await file("w.csv", wrong), "--note", "wrong");
    expect(answer.code).toBe(1);
    expect(answer.err).toContain("CH8111");
  });
});
