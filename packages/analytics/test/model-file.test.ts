/** Models over threads and as files: the same whatever the threads, and never half or poisoned. */
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { score, type TableSchema, USUAL_SETTINGS } from "@customhouse/risk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ModelCard, readModel, readTable, trainModel, writeModel } from "../src/index.ts";
import { checkedSchema } from "../src/schema-file.ts";

const SCHEMA: TableSchema = {
  id: "id",
  columns: [
    { name: "colour", kind: "category" },
    { name: "size", kind: "number" },
  ],
  profiles: [],
  ratios: [],
};
const CARD: ModelCard = {
  target: "fraud",
  trainedAt: "2026-01-01T00:00:00Z",
  data: { sha256: "00", rows: 300, positives: 100 },
  seed: 1,
  settings: {},
  limits: [],
};
const settings = { ...USUAL_SETTINGS, trees: 10, depth: 3 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-model-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function table() {
  const lines = Array.from({ length: 300 }, (_, row) => {
    const colour = ["red", "blue", '"a, b"'][row % 3];
    return `${row},${colour},${row % 7 === 0 ? "" : row % 10},${Number(row % 3 === 0 || row % 10 > 8)}`;
  });
  const file = path.join(folder, "table.csv");
  await writeFile(file, ["id,colour,size,fraud", ...lines].join("\n"));
  return readTable(file);
}

async function trained(threads: number) {
  return trainModel({
    table: await table(),
    schema: SCHEMA,
    target: "fraud",
    revenueWeight: 0,
    settings,
    members: 3,
    seed: 4,
    threads,
  });
}

async function written(name: string) {
  const file = path.join(folder, name);
  await writeModel(file, { card: CARD, model: await trained(2) });
  return file;
}

describe("a model", () => {
  it("is the same on one thread and on three, and after it was written and read", async () => {
    const [one, three] = [await trained(1), await trained(3)];
    expect(one).toEqual(three);
    const { model, card } = await readModel(await written("same.model"));
    expect(model).toEqual(one);
    expect(card).toEqual(CARD);
    const data = await table();
    expect(score(model, data)).toEqual(score(one, data));
  });

  it("is refused when it was cut off at any place", async () => {
    const bytes = await readFile(await written("whole.model"));
    for (const length of [0, 10, 80, 100, bytes.length - 1]) {
      const file = path.join(folder, "cut.model");
      await writeFile(file, bytes.subarray(0, length));
      await expect(readModel(file)).rejects.toMatchObject({ code: "CH4107" });
    }
  });

  it("is refused when a tree in it goes round or leaves its bounds, with whatever digest", async () => {
    const bytes = await readFile(await written("sound.model"));
    const body = JSON.parse(gunzipSync(bytes.subarray(bytes.indexOf(10) + 1)).toString());
    const poison = async (change: (tree: Record<string, string>) => void) => {
      const copy = structuredClone(body);
      change(copy.members[0].trees[0]);
      const packed = gzipSync(JSON.stringify(copy));
      const digest = createHash("sha256").update(packed).digest("hex");
      const file = path.join(folder, "poisoned.model");
      await writeFile(
        file,
        Buffer.concat([Buffer.from(`customhouse-model 1 sha256:${digest}\n`), packed]),
      );
      return readModel(file);
    };
    const numbers = (list: readonly number[], Kind: typeof Int32Array | typeof Int16Array) =>
      Buffer.from(Kind.from(list).buffer as ArrayBuffer).toString("base64");
    await expect(poison(() => {})).resolves.toMatchObject({ card: CARD });
    const refused = { code: "CH4107" };
    const nodes = Buffer.from(body.members[0].trees[0].left, "base64").length / 4;
    const all = (value: number) => Array.from({ length: nodes }, () => value);
    await expect(poison((tree) => (tree.left = numbers(all(0), Int32Array)))).rejects.toMatchObject(
      refused,
    );
    await expect(
      poison((tree) => (tree.right = numbers(all(9_999), Int32Array))),
    ).rejects.toMatchObject(refused);
    await expect(
      poison((tree) => (tree.feature = numbers(all(500), Int16Array))),
    ).rejects.toMatchObject(refused);
    await expect(poison((tree) => (tree.value = ""))).rejects.toMatchObject(refused);
    await expect(poison((tree) => delete tree.cover)).rejects.toMatchObject(refused);
  });
});

describe("tables and schemas", () => {
  it("name the line that is not a row of the table", async () => {
    const file = path.join(folder, "ragged.csv");
    await writeFile(file, "a,b\n1,2\n3\n");
    await expect(readTable(file)).rejects.toMatchObject({
      code: "CH4110",
      message: expect.stringContaining("line 3"),
    });
    await writeFile(file, "a,a\n1,2\n");
    await expect(readTable(file)).rejects.toMatchObject({ code: "CH4110" });
  });

  it("refuse a schema of another shape and say where", () => {
    expect(() => checkedSchema({ ...SCHEMA, columns: [{ name: "x", kind: "colour" }] })).toThrow(
      /columns\.0/,
    );
    expect(checkedSchema({ id: "id", columns: SCHEMA.columns })).toEqual(SCHEMA);
  });
});
