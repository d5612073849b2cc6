/** permit, formality, trader and account against the real server. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, run } from "./support/run.ts";
import { type CliServer, startCliServer } from "./support/server.ts";

let server: CliServer;
const cli = (...args: string[]) => run(args, server.env);

beforeAll(async () => {
  server = await startCliServer();
});
afterAll(async () => {
  await server.stop();
});

const APPLICATION = [
  "--set",
  "documentType=L079",
  "--set",
  "agency=XAVET",
  "--set",
  "commodities=0201,0202",
];

interface Made {
  readonly TraderMasterData: { readonly ID: string };
}

describe("permit", () => {
  it("goes from application to issue, and is checked by whoever holds it", async () => {
    const applied = await cli("permit", "apply", ...APPLICATION, "--as", "trader", "--json");
    expect([applied.code, applied.err]).toEqual([0, ""]);
    const [{ number, code }] = jsonLines<{ readonly number: string; readonly code: string }>(
      applied.out,
    );
    const asked = await cli(
      "permit",
      "step",
      number,
      "ask",
      "--words",
      "From which farm?",
      "--as",
      "agency",
    );
    expect(asked.out).toContain("questioned");
    await cli("permit", "step", number, "answer", "--words", "Hillside", "--as", "trader");
    const validity = ["--set", "validFrom=2020-01-01", "--set", "validTo=2035-12-31"];
    const limits = ["--set", "quantity=500", "--set", "unit=KGM"];
    const issued = await cli(
      "permit",
      "step",
      number,
      "issue",
      ...validity,
      ...limits,
      "--as",
      "agency",
    );
    expect(issued.out).toContain("issued, in force");
    const shown = await cli("permit", "show", number, "--as", "trader");
    expect(shown.out).toContain('commodities: ["0201","0202"]');
    const history = await cli("permit", "history", number, "--as", "trader", "--json");
    expect(jsonLines(history.out).map(({ step }) => step)).toEqual([
      "apply",
      "ask",
      "answer",
      "issue",
    ]);
    const genuine = await cli("permit", "check", number, code);
    expect([genuine.code, genuine.out]).toEqual([
      0,
      expect.stringContaining("is genuine: issued, in force"),
    ]);
    const forged = await cli("permit", "check", number, "NOTTHIS1");
    expect(forged.code).toBe(1);
    const listed = await cli("permit", "list", "--state", "issued", "--as", "agency");
    expect(listed.out).toContain(number);
    const balance = await cli("account", "show", number, "--as", "trader", "--json");
    expect(jsonLines(balance.out)[0].balances).toEqual([
      { unit: "KGM", amountMinor: "500000000", floorMinor: "0" },
    ]);
  });

  it("says what is wrong, and what to do", async () => {
    const wrong = await cli("permit", "apply", "--set", "agency=XAVET", "--as", "trader");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain("CH3204");
    const misspelt = await cli("permit", "apply", "--set", "agency", "--as", "trader");
    expect([misspelt.code, misspelt.err]).toEqual([2, expect.stringContaining("name=value")]);
  });
});

describe("formality", () => {
  it("lists the kinds with their steps, without sign-in", async () => {
    const { code, out } = await cli("formality", "kinds", "--json");
    expect(code).toBe(0);
    const kinds = jsonLines(out).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["permit", "mandate", "transit", "appeal"]));
  });

  it("begins any kind: a ruling is asked for and given", async () => {
    const facts = [
      "--set",
      "about=classification",
      "--set",
      "description=A lamp that is also a clock",
    ];
    const begun = await cli("formality", "begin", "ruling", ...facts, "--as", "trader", "--json");
    const [{ number }] = jsonLines<{ readonly number: string }>(begun.out);
    const decision = [
      "--set",
      "decided=94052011",
      "--set",
      "validFrom=2026-01-01",
      "--set",
      "validTo=2035-01-01",
    ];
    const issued = await cli(
      "formality",
      "step",
      number,
      "issue",
      ...decision,
      "--words",
      "Rule 3(b)",
      "--as",
      "officer",
    );
    expect(issued.out).toContain("issued, in force");
  });
});

describe("recognition", () => {
  it("brings in a partner's list, names what is wrong, and tells what an operator counts as", async () => {
    const facts = ["partner=XB", "programme=Trusted", "types=F", "grants=MRAF"];
    const set = facts.flatMap((fact) => ["--set", fact]);
    const begun = await cli(
      "formality",
      "begin",
      "recognition",
      ...set,
      "--holder",
      "XBCUSTOMS",
      "--as",
      "officer",
      "--json",
    );
    expect([begun.code, begun.err]).toEqual([0, ""]);
    const [{ number }] = jsonLines<{ readonly number: string }>(begun.out);
    const from = ["--set", "validFrom=2020-01-01"];
    await cli("formality", "step", number, "putInForce", ...from, "--as", "officer2");
    const folder = server.env.CUSTOMHOUSE_DATA_DIR ?? "";
    const csv = path.join(folder, "operators.csv");
    await writeFile(csv, "id,type,validFrom,validTo\nXB100,F,2020-01-01,\n");
    const taken = await cli("trader", "recognise", number, csv, "--as", "administrator");
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining("1 operators")]);
    const found = await cli("trader", "recognised", "XB100", "--as", "officer");
    expect(jsonLines(found.out)).toMatchObject([{ arrangement: number, grants: ["MRAF"] }]);
    const json = path.join(folder, "operators.json");
    await writeFile(json, JSON.stringify([{ id: "XC1", type: "F", validFrom: "2020-01-01" }]));
    const wrong = await cli("trader", "recognise", number, json, "--as", "administrator");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("CH8131")]);
    await writeFile(csv, 'id,type\n"XB1');
    const broken = await cli("trader", "recognise", number, csv, "--as", "administrator");
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("cannot be read")]);
    const empty = await cli("account", "stock", "XAWH0001", "--as", "officer");
    expect([empty.code, empty.out]).toEqual([0, ""]);
  });
});

describe("trader", () => {
  it("shows, sends and compares", async () => {
    const file = path.join(server.env.CUSTOMHOUSE_DATA_DIR ?? "", "trader.json");
    await writeFile(
      file,
      JSON.stringify({ TraderMasterData: { FunctionCode: "9", Name: "Hotel Supplies" } }),
    );
    const sent = await cli("trader", "send", file, "--as", "officer");
    expect([sent.code, sent.err]).toEqual([0, ""]);
    const [{ TraderMasterData: made }] = jsonLines<Made>(sent.out);
    expect(made).toMatchObject({ Name: "Hotel Supplies", Status: { NameCode: "APP" } });
    const xml = await cli("trader", "show", made.ID, "--xml", "--as", "officer");
    expect(xml.out).toContain("<Name>Hotel Supplies</Name>");
    const digest = await cli("trader", "digest", "--as", "administrator", "--json");
    expect(jsonLines(digest.out)[0]).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe("account", () => {
  it("lists whose they are to who may know", async () => {
    const own = await cli("account", "list", "--as", "trader2");
    expect(own.out).toMatch(/^XADEF0002 {2}deferment {2}\d+ USD .*, secured by XAGUA0002$/m);
    expect(own.out).not.toContain("XADEF0001");
    const named = await cli(
      "account",
      "list",
      "--holder",
      "XA1000001",
      "--as",
      "officer",
      "--json",
    );
    expect(jsonLines(named.out)).toContainEqual(
      expect.objectContaining({ account: "XADEF0001", holder: "XA1000001", inForce: true }),
    );
    expect((await cli("account", "list", "--as", "officer")).code).not.toBe(0);
  });

  it("shows balances, and adds up the books", async () => {
    const shown = await cli("account", "show", "XADEF0001", "--as", "trader");
    expect(shown.out).toMatch(/^XADEF0001 {2}\d+ USD/);
    const foreign = await cli("account", "show", "XADEF0001", "--as", "trader2");
    expect(foreign.code).toBe(1);
    const check = await cli("account", "check", "--as", "administrator");
    expect([check.code, check.out]).toEqual([0, expect.stringContaining("the books are right")]);
  });
});

describe("container", () => {
  it("reports an alarm, of a kind that there is", async () => {
    const args = ["container", "alarm", "MSKU1234565", "--as", "officer", "--json", "--kind"];
    const told = await cli(...args, "seal-broken", "--source", "gate 4");
    expect([told.code, told.err]).toEqual([0, ""]);
    expect(jsonLines(told.out)).toEqual([{ alarmId: expect.any(String) }]);
    expect((await cli(...args, "stolen")).code).toBe(2);
  });
});
