/** Models of descriptions and trade statistics as files: the same when read again, and never half or poisoned. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { suggestCodes, trainDescriptions } from "@customhouse/learning/text";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDescriptions, writeDescriptions } from "../../src/files/description-file.ts";
import { readTrade } from "../../src/files/read-trade.ts";
import { sealed } from "../../src/files/sealed-file.ts";

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-text-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function codeOf(read: Promise<unknown>): Promise<string | undefined> {
  return await read.then(
    () => "accepted",
    (error: { code?: string }) => error.code,
  );
}

const rows = ["0101 live horses", "6203 cotton trousers", "8471 laptop computer"].flatMap((line) =>
  ["", " new", " used", " in boxes", " small", " large", " red"].map((more) => ({
    code: line.slice(0, 4),
    text: line.slice(5) + more,
  })),
);
const { model } = trainDescriptions({ rows, digits: 4, seed: 1 });
const card = {
  trainedAt: "2026-01-01T00:00:00Z",
  data: [{ sha256: "00", rows: 21 }],
  seed: 1,
  heldOut: [],
  limits: [],
};

interface Body {
  readonly scorer: object;
}

/** The file with its content changed and a digest that fits again, as a poisoner would write it. */
async function poisoned(change: (body: Body) => void): Promise<string> {
  const bytes = await readFile(at("good.model"));
  const body = JSON.parse(gunzipSync(bytes.subarray(bytes.indexOf(10) + 1)).toString());
  change(body);
  return sealedAs(JSON.stringify(body));
}

async function sealedAs(json: string): Promise<string> {
  const { content } = await sealed("customhouse-descriptions", 1, [Buffer.from(json)]);
  await writeFile(at("bad.model"), content);
  return at("bad.model");
}

const LONG_LIST = `[0${",0".repeat(140_000_000)}]`;
const base64 = (array: Uint32Array | Uint16Array | Float32Array) =>
  Buffer.from(array.buffer).toString("base64");

describe("a model of descriptions as a file", () => {
  beforeAll(async () => {
    await writeDescriptions(at("good.model"), { card, model });
  });

  it("is the same when it is read again", async () => {
    const read = await readDescriptions(at("good.model"));
    expect(read).toMatchObject({ card, model });
    expect(suggestCodes(read.model, "horses", 3)).toEqual(suggestCodes(model, "horses", 3));
  });

  it("is refused when truncated or changed anywhere", async () => {
    const bytes = await readFile(at("good.model"));
    for (const end of [0, 10, 95, 200, bytes.length - 1]) {
      await writeFile(at("bad.model"), bytes.subarray(0, end));
      expect([end, await codeOf(readDescriptions(at("bad.model")))]).toEqual([end, "CH4453"]);
    }
    for (const place of [3, 40, 120, bytes.length - 5]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      await writeFile(at("bad.model"), changed);
      expect([place, await codeOf(readDescriptions(at("bad.model")))]).toEqual([place, "CH4453"]);
    }
  });

  it("is refused when a number in it would lead a reader astray, even under a fitting digest", async () => {
    const { scorer } = model;
    const far = scorer.starts.slice();
    far[7] = 4_000_000_000;
    const changes: readonly ((body: Body) => void)[] = [
      (body) => Object.assign(body.scorer, { starts: base64(far) }),
      (body) => Object.assign(body.scorer, { classes: base64(scorer.classes.map(() => 3)) }),
      (body) =>
        Object.assign(body.scorer, {
          weights: base64(scorer.weights.map(() => Number.NaN)),
        }),
      (body) => Object.assign(body.scorer, { base: base64(new Float32Array(2)) }),
      (body) => Object.assign(body.scorer, { rarity: "AAA=" }),
      (body) => Object.assign(body, { codes: ["0101", "0101", "8471"] }),
      (body) => Object.assign(body, { sharpness: -1 }),
      (body) => Object.assign(body, { extra: 1 }),
    ];
    for (const [number, change] of changes.entries()) {
      expect([number, await codeOf(readDescriptions(await poisoned(change)))]).toEqual([
        number,
        "CH4453",
      ]);
    }
    expect(await codeOf(readDescriptions(await poisoned(() => {})))).toBe("accepted");
  });

  it("is refused when its text is a list that V8 cannot hold", async () => {
    expect(await codeOf(readDescriptions(await sealedAs(LONG_LIST)))).toBe("CH4453");
  });
});

describe("trade statistics", () => {
  const HEAD = "period,reporterCode,partnerCode,flowCode,cmdCode,netWgt,primaryValue\n";
  async function read(text: string, name = "t.csv") {
    await writeFile(at(name), text);
    return readTrade(at(name));
  }

  it("are the same from CSV and JSON, exact to the cent, without totals and other levels", async () => {
    const csv = await read(
      `${HEAD}2024,276,124,M,850440,12.5,1234.567\n2024,276,124,M,TOTAL,,5\n2024,276,124,M,85,,5\n202403,276,124,RX,010121,,1.5e3\n`,
    );
    expect(csv.leftOut).toBe(2);
    expect(csv.records).toEqual([
      {
        year: "2024",
        reporter: "276",
        partner: "124",
        flow: "import",
        hs6: "850440",
        valueMinor: 123456n,
        netMassKg: 12.5,
      },
      {
        year: "2024",
        reporter: "276",
        partner: "124",
        flow: "re-export",
        hs6: "010121",
        valueMinor: 150000n,
      },
    ]);
    const data = [
      {
        period: "2024",
        reporterCode: 276,
        partnerCode: 124,
        flowCode: "M",
        cmdCode: "850440",
        netWgt: 12.5,
        primaryValue: 1234.567,
      },
      {
        period: 202403,
        reporterCode: 276,
        partnerCode: 124,
        flowCode: "RX",
        cmdCode: "010121",
        netWgt: null,
        primaryValue: 1500,
      },
    ];
    expect((await read(JSON.stringify({ data }), "t.json")).records).toEqual(csv.records);
  });

  it("with a broken record are refused whole", async () => {
    expect(await codeOf(read(`${HEAD}2024,276,124,M,850440,1,abc\n`))).toBe("CH4461");
    expect(await codeOf(read(`${HEAD}2024,276,124,M,850440,-1,5\n`))).toBe("CH4461");
    expect(await codeOf(read(`${HEAD}2024,276,124,M,850440,1,-5\n`))).toBe("CH4461");
    expect(await codeOf(read(`${HEAD},276,124,M,850440,1,5\n`))).toBe("CH4461");
    expect(await codeOf(read("period,flowCode\n2024,M\n"))).toBe("CH4101");
    for (const text of ["", "{", "null", "5", '{"data":5}', "[1]", "[null]"]) {
      expect([text, await codeOf(read(text, "t.json"))]).toEqual([text, "CH4461"]);
    }
    expect(await codeOf(read(LONG_LIST, "t.json"))).toBe("CH4461");
  });
});
