/** Models over threads and as files: the same whatever the threads, and never half or poisoned. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Model, score, type Tree, USUAL_SETTINGS } from "@customhouse/learning";
import type { ModelCard } from "@customhouse/learning/model-file";
import { version2 } from "@customhouse/learning/model-file";
import type { TableSchema } from "@customhouse/learning/tables";
import { checkedSchema } from "@customhouse/learning/tables";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTable, scoresAsCsv } from "../../src/files/csv-table.ts";
import { packModel, parseModel, readModel, writeModel } from "../../src/files/model-file.ts";
import { sealed } from "../../src/files/sealed-file.ts";
import { trainOnThreads } from "../../src/training/train-on-threads.ts";

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
  return trainOnThreads({
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

/** Under a digest that fits, as a poisoner would write it. */
async function sealedAs(version: number, blocks: Iterable<Uint8Array>) {
  return parseModel((await sealed("customhouse-model", version, blocks)).content);
}

/** As models were written before there was a second version. */
function version1({ profiles, members, ...model }: Model): Buffer {
  const histories = profiles.histories.map(({ keys, frauds, seen, ...history }) => ({
    ...history,
    keys: [...keys.keys()],
    frauds: [...frauds],
    seen: [...seen],
  }));
  const positions = profiles.positions.map(({ places, ...position }) => ({
    ...position,
    places: [...places].map(([group, [median, spread]]) => [group, median, spread]),
  }));
  const base64 = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
    Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString("base64");
  const packed = (tree: Tree) =>
    Object.fromEntries(Object.entries(tree).map(([name, array]) => [name, base64(array)]));
  const forests = members.map(({ base, trees }) => ({ base, trees: trees.map(packed) }));
  const body = {
    card: CARD,
    ...model,
    profiles: { ...profiles, histories, positions },
    members: forests,
  };
  return Buffer.from(JSON.stringify(body));
}

function leaves(nodes: number): Tree {
  return {
    feature: new Int16Array(nodes).fill(-1),
    threshold: new Float32Array(nodes),
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes),
    right: new Int32Array(nodes),
    value: new Float64Array(nodes).fill(0.01),
    cover: new Float64Array(nodes).fill(1),
  };
}

/** Every split has a leaf and a split below it. */
function chain(depth: number): Tree {
  const tree = leaves(2 * depth + 1);
  for (let at = 0; at < depth; at += 1) {
    tree.feature[2 * at] = 0;
    tree.right[2 * at] = 2 * at + 1;
    tree.left[2 * at] = 2 * at + 2;
  }
  return tree;
}

function full(depth: number): Tree {
  const tree = leaves(2 ** (depth + 1) - 1);
  for (let at = 0; at < 2 ** depth - 1; at += 1) {
    tree.feature[at] = at % 2;
    tree.left[at] = 2 * at + 1;
    tree.right[at] = 2 * at + 2;
  }
  return tree;
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

  it("is refused when a tree in it goes round, leaves its bounds or is too deep, with whatever digest", async () => {
    const { card, model } = await readModel(await written("sound.model"));
    const parse = (changed: Model) => sealedAs(2, version2({ card, model: changed }));
    const poison = (change: (tree: Tree) => Partial<Tree>) => {
      const [first, ...others] = model.members;
      const [tree, ...trees] = first?.trees ?? [];
      const changed = { ...(tree as Tree), ...change(tree as Tree) };
      return parse({ ...model, members: [{ base: 0, trees: [changed, ...trees] }, ...others] });
    };
    await expect(poison(() => ({}))).resolves.toMatchObject({ card: CARD });
    const refused = { code: "CH4107" };
    const changes: readonly ((tree: Tree) => Partial<Tree>)[] = [
      ({ left }) => ({ left: left.map(() => 0) }),
      ({ right }) => ({ right: right.map(() => 9_999) }),
      ({ feature }) => ({ feature: feature.map(() => 500) }),
      ({ value }) => ({ value: value.map(() => Number.NaN) }),
      ({ value }) => ({ value: value.map(() => 1e300) }),
      ({ cover }) => ({ cover: cover.map(() => 0) }),
      ({ threshold }) => ({ threshold: threshold.map(() => Number.NaN) }),
      ({ value }) => ({ value: value.subarray(1) }),
      () => chain(65),
    ];
    for (const change of changes) await expect(poison(change)).rejects.toMatchObject(refused);
    await expect(poison(() => chain(64))).resolves.toMatchObject({ card: CARD });
  });

  it("is refused when its parts do not fit each other", async () => {
    const { card, model } = await readModel(await written("parts.model"));
    const parse = (changed: Partial<Model>) =>
      sealedAs(2, version2({ card, model: { ...model, ...changed } }));
    const { profiles } = model;
    const [history] = profiles.histories;
    const counts = (seen: number) => ({ ...history, seen: Float64Array.of(seen, 9e9, 9e9) });
    const changes: readonly Partial<Model>[] = [
      { features: [...model.features, "more"] },
      { features: [...model.features].reverse() },
      { members: [] },
      { calibration: { slope: Number.NaN, offset: 0 } },
      { profiles: { ...profiles, histories: [] } },
      { profiles: { ...profiles, histories: [counts(Number.NaN)] as typeof profiles.histories } },
      { profiles: { ...profiles, histories: [counts(-1)] as typeof profiles.histories } },
      { profiles: { ...profiles, schema: { ...SCHEMA, columns: [] } } },
    ];
    await expect(parse({})).resolves.toMatchObject({ card: CARD });
    for (const change of changes) {
      await expect(parse(change)).rejects.toMatchObject({ code: "CH4107" });
    }
  });

  it("is never written when nobody could read it again", async () => {
    const model = { ...(await trained(2)), calibration: { slope: Number.NaN, offset: 0 } };
    const file = path.join(folder, "never.model");
    await expect(writeModel(file, { card: CARD, model })).rejects.toMatchObject({ code: "CH4107" });
    expect((await readdir(folder)).filter((name) => name.startsWith("never"))).toEqual([]);
  });

  it("may be larger than any text", async () => {
    const model = await trained(2);
    const trees = Array.from({ length: 1_600 }, () => full(12));
    const { content } = await packModel({
      card: CARD,
      model: { ...model, members: [{ base: 0, trees }] },
    });
    const read = await parseModel(content);
    expect(read.model.members[0]?.trees).toHaveLength(1_600);
    expect(read.model.members[0]?.trees.at(-1)).toEqual(full(12));
  });
});

describe("a model that claims more than there is", () => {
  it("is refused before anything is made of it: a list that V8 cannot hold, in a megabyte", async () => {
    const list = Buffer.from(`[0${",0".repeat(140_000_000)}]`);
    await expect(sealedAs(1, [list])).rejects.toMatchObject({ code: "CH4107" });
    await expect(sealedAs(2, [Uint8Array.of(0, 0, 0, 16), list])).rejects.toMatchObject({
      code: "CH4107",
    });
    const deep = Buffer.from("[".repeat(10_000_000));
    await expect(sealedAs(1, [deep])).rejects.toMatchObject({ code: "CH4107" });
  });

  it("is refused at the first of millions of parts that are wrong", async () => {
    const model = await trained(2);
    const body = JSON.parse(version1(model).toString());
    const { profiles } = body;
    const [history] = profiles.histories;
    const wrong = ["MANY"];
    const bodies = [
      { ...body, members: wrong },
      { ...body, members: [{ base: 0, trees: wrong }] },
      { ...body, card: { ...CARD, limits: wrong } },
      { ...body, profiles: { ...profiles, histories: [{ ...history, keys: wrong }] } },
      { ...body, profiles: { ...profiles, schema: { ...SCHEMA, columns: wrong } } },
    ];
    const many = `0${",0".repeat(11_500_000)}`;
    for (const one of bodies) {
      const text = JSON.stringify(one).replace('"MANY"', many);
      await expect(sealedAs(1, [Buffer.from(text)])).rejects.toMatchObject({ code: "CH4107" });
    }
  });

  it("is refused when what follows the head is less, or more, than the head says", async () => {
    const model = await trained(2);
    const blocks = [...version2({ card: CARD, model })];
    await expect(sealedAs(2, blocks)).resolves.toMatchObject({ card: CARD });
    const more = [...blocks, Uint8Array.of(0)];
    for (const other of [blocks.slice(0, -1), more, blocks.slice(0, 1), []]) {
      await expect(sealedAs(2, other)).rejects.toMatchObject({ code: "CH4107" });
    }
    const [, head = Buffer.alloc(0), ...rest] = blocks;
    const text = Buffer.from(head).toString().replace('"keys":3', '"keys":20000000');
    const claims = [Uint8Array.from(new Uint8Array(Uint32Array.of(text.length).buffer))];
    await expect(sealedAs(2, [...claims, Buffer.from(text), ...rest])).rejects.toMatchObject({
      code: "CH4107",
    });
    await expect(sealedAs(3, blocks)).rejects.toMatchObject({
      message: expect.stringContaining("version 3"),
    });
  });
});

describe("a model of the first version", () => {
  it("is read as it was written", async () => {
    const model = await trained(2);
    const calibration = { slope: 0.5, offset: -1 };
    const read = await sealedAs(1, [version1({ ...model, calibration })]);
    expect(read).toMatchObject({ card: CARD, model: { ...model, calibration } });
  });

  it("is refused when a tree in it is not sound", async () => {
    const body = JSON.parse(version1(await trained(2)).toString());
    const poison = (change: (tree: Record<string, string>) => void) => {
      const copy = structuredClone(body);
      change(copy.members[0].trees[0]);
      return sealedAs(1, [Buffer.from(JSON.stringify(copy))]);
    };
    await expect(poison(() => {})).resolves.toMatchObject({ card: CARD });
    const refused = { code: "CH4107" };
    await expect(poison((tree) => (tree.left = ""))).rejects.toMatchObject(refused);
    await expect(poison((tree) => (tree.left = "AAA="))).rejects.toMatchObject(refused);
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

  it("hold scores that are numbers, and no others", () => {
    expect(scoresAsCsv(["a,b", "c"], "id", Float64Array.of(0.5, 1))).toBe(
      'id,score\n"a,b",0.5\nc,1\n',
    );
    expect(() => scoresAsCsv(["a", "c"], "id", Float64Array.of(0.5, Number.NaN))).toThrowError(
      expect.objectContaining({ code: "CH4111", message: expect.stringContaining("row 2") }),
    );
  });

  it("refuse a schema with a name that means nothing, or two things", () => {
    const columns = [
      ...SCHEMA.columns,
      { name: "HS", kind: "category", digits: 6, prefixes: [2] },
      { name: "mass", kind: "number" },
    ];
    const ratio = { name: "density", of: "mass", by: "size", within: ["HS/4"] };
    const sound = { ...SCHEMA, columns, ratios: [ratio], profiles: [["HS/2", "colour"]] };
    const monotone = (name: string) => ({ monotone: { [name]: 1 } });
    for (const fine of [{}, monotone("size"), monotone("times seen: HS/2 x colour")]) {
      expect(checkedSchema({ ...sound, ...fine })).toMatchObject(sound);
    }
    const changes: readonly [object, string][] = [
      [monotone("sise"), "sise"],
      [monotone("colour"), "colour"],
      [{ columns: [...columns, { name: "size", kind: "category" }] }, "size stands twice"],
      [{ profiles: [["HS/x", "colour"]] }, "HS/x"],
      [{ profiles: [["HS/0", "colour"]] }, "HS/0"],
      [{ profiles: [["HS/2", "mass"]] }, "mass"],
      [
        {
          profiles: [
            ["HS", "colour"],
            ["HS", "colour"],
          ],
        },
        "HS x colour stands twice",
      ],
      [{ ratios: [{ ...ratio, within: ["nothing"] }] }, "nothing"],
      [{ ratios: [{ ...ratio, by: "height" }] }, "height"],
      [{ ratios: [{ ...ratio, of: "colour" }] }, "colour"],
      [{ ratios: [{ ...ratio, name: "size" }] }, "size stands twice"],
      [{ columns: [...columns, { name: "HS/2", kind: "category" }] }, "HS/2 stands twice"],
    ];
    for (const [change, told] of changes) {
      expect(() => checkedSchema({ ...sound, ...change })).toThrowError(
        expect.objectContaining({ code: "CH4108", message: expect.stringContaining(told) }),
      );
    }
    expect(checkedSchema(FEATURE_SCHEMA)).toEqual(FEATURE_SCHEMA);
  });

  it("refuse a schema of another shape and say where", () => {
    expect(() => checkedSchema({ ...SCHEMA, columns: [{ name: "x", kind: "colour" }] })).toThrow(
      /columns\.0/,
    );
    expect(checkedSchema({ id: "id", columns: SCHEMA.columns })).toEqual(SCHEMA);
  });
});
