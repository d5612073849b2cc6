/**
 * The second version of a model file: how long the head is, the head as JSON with every count, then blocks of numbers in
 * the order in which the head names them: of each history its keys, findings and times seen; of each position its groups,
 * medians and spreads; of each forest the nodes of its trees, then tree by tree. However many trees there are, no text and
 * no list is longer than one of them, and reading stops at the first that is not sound.
 */
import { z } from "zod";
import { BlockReader } from "../files/block-reader.ts";
import { boundedJson, type JsonLimits } from "../files/bounded-json.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { listOf } from "../files/lists.ts";
import type { Unpack } from "../files/unpack.ts";
import type { Model } from "../model/model.ts";
import type { Profiles } from "../table/profiles.ts";
import type { CardAndModel } from "./card.ts";
import { historyOf, positionOf } from "./histories.ts";
import {
  CATEGORIES,
  MOST_HISTORIES,
  MOST_KEYS,
  MOST_MEMBERS,
  MOST_POSITIONS,
  MOST_TREES,
  PRIOR,
  REAL,
  SMALL_PARTS,
  schemaIn,
  soundModel,
} from "./parts.ts";
import { bytesOf, readTexts, textBlocks } from "./text-block.ts";
import { readTree, treeBlock } from "./tree-block.ts";

const HEAD_LIMITS: JsonLimits = { bytes: 32_000_000, values: 200_000, depth: 40 };
const KEYS = z.int().min(0).max(MOST_KEYS);
const HISTORY = z.strictObject({ categories: CATEGORIES, keys: KEYS });
const POSITION = z.strictObject({ ratio: z.string(), within: z.string(), groups: KEYS });
const MEMBER = z.strictObject({ base: REAL, trees: z.int().min(0).max(MOST_TREES) });
const HEAD = z.strictObject({
  ...SMALL_PARTS,
  schema: z.unknown(),
  prior: PRIOR,
  histories: listOf(HISTORY, MOST_HISTORIES),
  positions: listOf(POSITION, MOST_POSITIONS),
  members: listOf(MEMBER, MOST_MEMBERS),
});
type Head = z.infer<typeof HEAD>;

export function* version2({ card, model }: CardAndModel): Generator<Uint8Array> {
  const { profiles, features, members, linear, calibration } = model;
  const { schema, prior, histories, positions } = profiles;
  const head = Buffer.from(
    JSON.stringify({
      card,
      features,
      linear,
      calibration,
      schema,
      prior,
      histories: histories.map(({ categories, keys }) => ({ categories, keys: keys.size })),
      positions: positions.map(({ ratio, within, places }) => ({
        ratio,
        within,
        groups: places.size,
      })),
      members: members.map(({ base, trees }) => ({ base, trees: trees.length })),
    } satisfies Record<keyof Head, unknown>),
  );
  yield bytesOf(Uint32Array.of(head.length));
  yield head;
  for (const { keys, frauds, seen } of histories) {
    yield* textBlocks([...keys.keys()]);
    yield bytesOf(frauds);
    yield bytesOf(seen);
  }
  for (const { places } of positions) {
    yield* textBlocks([...places.keys()]);
    yield bytesOf(Float64Array.from(places.values(), ([median]) => median));
    yield bytesOf(Float64Array.from(places.values(), ([, spread]) => spread));
  }
  for (const { trees } of members) {
    yield bytesOf(Uint32Array.from(trees, ({ feature }) => feature.length));
    yield* trees.map(treeBlock);
  }
}

/** Throws `BrokenFile`. */
export async function readVersion2(unpack: Unpack, mostBytes: number): Promise<CardAndModel> {
  const reader = new BlockReader(unpack(mostBytes));
  try {
    const head = await readHead(reader);
    const { card, features, linear, calibration } = head;
    const profiles = await readProfiles(reader, head);
    const members: Model["members"][number][] = [];
    for (const { base, trees } of head.members) {
      members.push({ base, trees: await readTrees(reader, trees, features.length) });
    }
    await reader.end();
    const model: Model = {
      profiles,
      features,
      members,
      ...(linear === undefined ? {} : { linear }),
      ...(calibration === undefined ? {} : { calibration }),
    };
    return { card, model: soundModel(model) };
  } finally {
    await reader.close();
  }
}

async function readHead(reader: BlockReader): Promise<Head> {
  const [length = 0] = new Uint32Array(await reader.take(Uint32Array.BYTES_PER_ELEMENT));
  if (length > HEAD_LIMITS.bytes) throw new BrokenFile("its head is too large");
  const head = boundedJson(Buffer.from(await reader.take(length)), HEAD_LIMITS);
  const { success, data } = HEAD.safeParse(head);
  if (success) return data;
  throw new BrokenFile("its head is not that of a model");
}

async function readProfiles(reader: BlockReader, head: Head): Promise<Profiles> {
  const histories: Profiles["histories"][number][] = [];
  for (const { categories, keys: count } of head.histories) {
    const keys = await readTexts(reader, count);
    const frauds = await readNumbers(reader, count);
    histories.push(historyOf({ categories, keys, frauds, seen: await readNumbers(reader, count) }));
  }
  const positions: Profiles["positions"][number][] = [];
  for (const { ratio, within, groups: count } of head.positions) {
    const groups = await readTexts(reader, count);
    const medians = await readNumbers(reader, count);
    const spreads = await readNumbers(reader, count);
    positions.push(positionOf({ ratio, within, groups, medians, spreads }));
  }
  return { schema: schemaIn(head.schema), prior: head.prior, histories, positions };
}

async function readNumbers(reader: BlockReader, count: number): Promise<Float64Array> {
  return new Float64Array(await reader.take(count * Float64Array.BYTES_PER_ELEMENT));
}

async function readTrees(reader: BlockReader, count: number, features: number) {
  const nodes = new Uint32Array(await reader.take(count * Uint32Array.BYTES_PER_ELEMENT));
  const trees: Model["members"][number]["trees"][number][] = [];
  for (const size of nodes) trees.push(await readTree(reader, size, features));
  return trees;
}
