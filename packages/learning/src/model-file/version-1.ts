/**
 * The first version of a model file, which databases hold and nobody writes any more: one JSON text, trees in base64. Its
 * text may be as long as that of any model that could be written.
 */
import { z } from "zod";
import type { Tree } from "../boosting/tree.ts";
import { boundedJsonOf, type JsonLimits } from "../files/bounded-json.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { everyOne, isNumber, isText, listOf } from "../files/lists.ts";
import type { Unpack } from "../files/unpack.ts";
import type { Model } from "../model/model.ts";
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
import { type ARRAY_NAMES, refuseBadTree } from "./tree-block.ts";

/** A key of a history is three values; a tree of any size is seven. */
const LIMITS: JsonLimits = { bytes: 450_000_000, values: 12_000_000, depth: 40 };

const PACKED_TREE = z.strictObject({
  feature: z.base64(),
  threshold: z.base64(),
  missingLeft: z.base64(),
  left: z.base64(),
  right: z.base64(),
  value: z.base64(),
  cover: z.base64(),
} satisfies Record<(typeof ARRAY_NAMES)[number], z.ZodBase64>);
type PackedTree = z.infer<typeof PACKED_TREE>;

const NUMBERS = everyOne(isNumber, MOST_KEYS, "are no numbers");
const HISTORY = z.strictObject({
  categories: CATEGORIES,
  keys: everyOne(isText, MOST_KEYS, "are no keys"),
  frauds: NUMBERS,
  seen: NUMBERS,
});
const POSITION = z.strictObject({
  ratio: z.string(),
  within: z.string(),
  places: listOf(z.tuple([z.string(), z.number(), z.number()]), MOST_KEYS),
});
const BODY = z.strictObject({
  ...SMALL_PARTS,
  profiles: z.strictObject({
    schema: z.unknown(),
    prior: PRIOR,
    histories: listOf(HISTORY, MOST_HISTORIES),
    positions: listOf(POSITION, MOST_POSITIONS),
  }),
  members: listOf(
    z.strictObject({ base: REAL, trees: listOf(PACKED_TREE, MOST_TREES) }),
    MOST_MEMBERS,
  ),
});

/** Throws `BrokenFile`. */
export async function readVersion1(unpack: Unpack): Promise<CardAndModel> {
  const { success, data } = BODY.safeParse(await boundedJsonOf(unpack(LIMITS.bytes), LIMITS));
  if (!success) throw new BrokenFile("its content is not that of a model");
  const { card, features, profiles, members, linear, calibration } = data;
  const model: Model = {
    profiles: {
      schema: schemaIn(profiles.schema),
      prior: profiles.prior,
      histories: profiles.histories.map(({ categories, keys, frauds, seen }) =>
        historyOf({
          categories,
          keys,
          frauds: Float64Array.from(frauds),
          seen: Float64Array.from(seen),
        }),
      ),
      positions: profiles.positions.map(({ ratio, within, places }) =>
        positionOf({
          ratio,
          within,
          groups: places.map(([group]) => group),
          medians: Float64Array.from(places, ([, median]) => median),
          spreads: Float64Array.from(places, ([, , spread]) => spread),
        }),
      ),
    },
    features,
    members: members.map(({ base, trees }) => ({
      base,
      trees: trees.map((tree) => treeOf(tree, features.length)),
    })),
    ...(linear === undefined ? {} : { linear }),
    ...(calibration === undefined ? {} : { calibration }),
  };
  return { card, model: soundModel(model) };
}

function treeOf(packed: PackedTree, features: number): Tree {
  const bytes = (name: keyof PackedTree, numberBytes: number) => {
    const read = Buffer.from(packed[name], "base64");
    if (read.length % numberBytes !== 0) throw new BrokenFile("a tree in it is not sound");
    // A buffer of its own, so that its start lies where numbers may begin.
    return new Uint8Array(read).buffer;
  };
  const tree: Tree = {
    feature: new Int16Array(bytes("feature", 2)),
    threshold: new Float32Array(bytes("threshold", 4)),
    missingLeft: new Uint8Array(bytes("missingLeft", 1)),
    left: new Int32Array(bytes("left", 4)),
    right: new Int32Array(bytes("right", 4)),
    value: new Float64Array(bytes("value", 8)),
    cover: new Float64Array(bytes("cover", 8)),
  };
  refuseBadTree(tree, features);
  return tree;
}
