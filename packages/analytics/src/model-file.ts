/**
 * A model as a file: a line with kind, version and SHA-256, then gzipped JSON. What is read is checked as if it came from
 * an enemy: the digest first, then every node of every tree, so that no walk can leave its tree or go round in it.
 */
import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { LearningError, type Model, TREE_LIMITS, type Tree } from "@customhouse/risk";
import { z } from "zod";
import { checkedSchema } from "./schema-file.ts";

const KIND = "customhouse-model";
const VERSION = 1;
const MAX_UNPACKED_BYTES = 2_000_000_000;

/** Where a model comes from and what it is good for. */
export interface ModelCard {
  readonly target: string;
  readonly revenue?: string;
  readonly trainedAt: string;
  readonly data: { readonly sha256: string; readonly rows: number; readonly positives: number };
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What it must not be used for. */
  readonly limits: readonly string[];
  /** Of a model that the server learnt by itself: in which run, against what, and what the comparison said. */
  readonly lineage?: Readonly<Record<string, unknown>>;
}

export interface StoredModel {
  readonly card: ModelCard;
  readonly model: Model;
  readonly digest: string;
}

const ARRAYS = {
  feature: Int16Array,
  threshold: Float32Array,
  missingLeft: Uint8Array,
  left: Int32Array,
  right: Int32Array,
  value: Float64Array,
  cover: Float64Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const ARRAY_NAMES = Object.keys(ARRAYS) as readonly ArrayName[];

/** Writes beside the file and renames, so that no reader ever sees half a model. Gives the digest. */
export async function writeModel(file: string, model: Omit<StoredModel, "digest">) {
  const { content, digest } = await packModel(model);
  const aside = `${file}.${process.pid}.part`;
  await writeFile(aside, content);
  await rename(aside, file);
  return digest;
}

/** The bytes of a model file. */
export async function packModel({ card, model }: Omit<StoredModel, "digest">) {
  const { profiles, features, members } = model;
  const body = {
    card,
    features,
    profiles: {
      schema: profiles.schema,
      prior: profiles.prior,
      histories: profiles.histories.map(({ categories, keys, frauds, seen }) => ({
        categories,
        keys: [...keys.keys()],
        frauds: [...frauds],
        seen: [...seen],
      })),
      positions: profiles.positions.map(({ ratio, within, places }) => ({
        ratio,
        within,
        places: [...places].map(([group, [median, spread]]) => [group, median, spread]),
      })),
    },
    members: members.map(({ base, trees }) => ({ base, trees: trees.map(packTree) })),
    ...(model.linear === undefined ? {} : { linear: model.linear }),
    ...(model.calibration === undefined ? {} : { calibration: model.calibration }),
  };
  const packed = await promisify(gzip)(JSON.stringify(body));
  const digest = sha256(packed);
  const head = Buffer.from(`${KIND} ${VERSION} sha256:${digest}\n`);
  return { content: Buffer.concat([head, packed]), digest };
}

export async function readModel(file: string): Promise<StoredModel> {
  return parseModel(await readFile(file));
}

/** Errors: CH4107. */
export async function parseModel(bytes: Buffer): Promise<StoredModel> {
  const end = bytes.subarray(0, 200).indexOf(10);
  const head = /^customhouse-model 1 sha256:([0-9a-f]{64})$/.exec(
    bytes.subarray(0, Math.max(0, end)).toString("latin1"),
  );
  if (head === null) throw new LearningError("CH4107", "it does not begin as a model does");
  const packed = bytes.subarray(end + 1);
  if (sha256(packed) !== head[1]) throw new LearningError("CH4107", "its digest is another");
  try {
    const text = await promisify(gunzip)(packed, { maxOutputLength: MAX_UNPACKED_BYTES });
    return { ...unpack(BODY.parse(JSON.parse(text.toString("utf8")))), digest: head[1] ?? "" };
  } catch (error) {
    if (error instanceof LearningError) throw error;
    throw new LearningError("CH4107", "its content is not that of a model");
  }
}

const FINITE = z.number();
const PACKED_TREE = z.strictObject(
  Object.fromEntries(ARRAY_NAMES.map((name) => [name, z.base64()])) as Record<
    ArrayName,
    z.ZodBase64
  >,
);
const BODY = z.strictObject({
  card: z.looseObject({
    target: z.string(),
    revenue: z.string().optional(),
    trainedAt: z.string(),
    data: z.object({ sha256: z.string(), rows: FINITE, positives: FINITE }),
    seed: FINITE,
    settings: z.record(z.string(), z.unknown()),
    limits: z.array(z.string()),
    lineage: z.record(z.string(), z.unknown()).optional(),
  }),
  features: z.array(z.string()).min(1).max(TREE_LIMITS.features),
  profiles: z.strictObject({
    schema: z.unknown(),
    prior: FINITE.min(0).max(1),
    histories: z.array(
      z.strictObject({
        categories: z.array(z.string()),
        keys: z.array(z.string()),
        frauds: z.array(FINITE),
        seen: z.array(FINITE),
      }),
    ),
    positions: z.array(
      z.strictObject({
        ratio: z.string(),
        within: z.string(),
        places: z.array(z.tuple([z.string(), FINITE, FINITE])),
      }),
    ),
  }),
  members: z.array(z.strictObject({ base: FINITE, trees: z.array(PACKED_TREE) })),
  linear: z
    .strictObject({
      intercept: FINITE,
      features: z.array(
        z.strictObject({
          mean: FINITE,
          deviation: FINITE.positive(),
          weight: FINITE,
          missing: FINITE,
        }),
      ),
    })
    .optional(),
  calibration: z.strictObject({ slope: FINITE.positive(), offset: FINITE }).optional(),
});

function unpack(body: z.infer<typeof BODY>) {
  const { card, features, profiles, members, linear, calibration } = body;
  if ((members.length === 0) === (linear === undefined)) throw broken();
  if (linear !== undefined && linear.features.length !== features.length) throw broken();
  const histories = profiles.histories.map(({ categories, keys, frauds, seen }) => {
    if (keys.length !== frauds.length || keys.length !== seen.length) throw broken();
    return {
      categories,
      keys: new Map(keys.map((key, id) => [key, id])),
      frauds: Float64Array.from(frauds),
      seen: Float64Array.from(seen),
    };
  });
  const positions = profiles.positions.map(({ ratio, within, places }) => ({
    ratio,
    within,
    places: new Map(
      places.map(([group, median, spread]): [string, readonly [number, number]] => [
        group,
        [median, spread],
      ]),
    ),
  }));
  const model: Model = {
    profiles: {
      schema: checkedSchema(profiles.schema),
      prior: profiles.prior,
      histories,
      positions,
    },
    features,
    members: members.map(({ base, trees }) => ({
      base,
      trees: trees.map((tree) => unpackTree(tree, features.length)),
    })),
    ...(linear === undefined ? {} : { linear }),
    ...(calibration === undefined ? {} : { calibration }),
  };
  return { card, model };
}

function packTree(tree: Tree): Record<ArrayName, string> {
  return Object.fromEntries(
    ARRAY_NAMES.map((name) => {
      const { buffer, byteOffset, byteLength } = tree[name];
      return [name, Buffer.from(buffer, byteOffset, byteLength).toString("base64")];
    }),
  ) as Record<ArrayName, string>;
}

function unpackTree(packed: Record<ArrayName, string>, features: number): Tree {
  const bytes = (name: ArrayName) => {
    const read = Buffer.from(packed[name], "base64");
    if (read.length % ARRAYS[name].BYTES_PER_ELEMENT !== 0) throw broken();
    // A buffer of its own, so that its start lies where numbers may begin.
    return new Uint8Array(read).buffer;
  };
  const tree: Tree = {
    feature: new Int16Array(bytes("feature")),
    threshold: new Float32Array(bytes("threshold")),
    missingLeft: new Uint8Array(bytes("missingLeft")),
    left: new Int32Array(bytes("left")),
    right: new Int32Array(bytes("right")),
    value: new Float64Array(bytes("value")),
    cover: new Float64Array(bytes("cover")),
  };
  refuseBadTree(tree, features);
  return tree;
}

function refuseBadTree(tree: Tree, features: number): void {
  const nodes = tree.feature.length;
  if (nodes > TREE_LIMITS.nodes) throw broken();
  if (nodes === 0 || ARRAY_NAMES.some((name) => tree[name].length !== nodes)) throw broken();
  const hasParent = new Uint8Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const feature = tree.feature[node] ?? -1;
    if (feature >= features) throw broken();
    if (!Number.isFinite(tree.value[node]) || !((tree.cover[node] ?? 0) > 0)) throw broken();
    if (feature < 0) continue;
    for (const child of [tree.left[node] ?? 0, tree.right[node] ?? 0]) {
      // Children come after their parent and have no other, so that every walk ends.
      if (child <= node || child >= nodes || hasParent[child] === 1) throw broken();
      hasParent[child] = 1;
    }
  }
}

function broken(): LearningError {
  return new LearningError("CH4107", "a tree or a history in it is not sound");
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
