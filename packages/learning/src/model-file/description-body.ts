/** What a file of a description model holds, checked as if an enemy had written it: every number is where a reader may look. */
import { z } from "zod";
import { boundedJsonOf, type JsonLimits } from "../files/bounded-json.ts";
import { BrokenFile } from "../files/broken-file.ts";
import type { Unpack } from "../files/unpack.ts";
import type { DescriptionModel } from "../text/description-model.ts";
import { TextError } from "../text/errors.ts";
import { BUCKETS } from "../text/text-features.ts";

/** Numbers stand in six texts; the values that are left are codes, and what a card says of its tables. */
const LIMITS: JsonLimits = { bytes: 450_000_000, values: 200_000, depth: 20 };

/** Where a model comes from and what it is good for. */
export interface DescriptionCard {
  readonly trainedAt: string;
  readonly data: readonly { readonly sha256: string; readonly rows: number }[];
  readonly seed: number;
  readonly heldOut: readonly Readonly<Record<string, unknown>>[];
  readonly limits: readonly string[];
}

/** Without the digest, which is the file's. */
export interface CardAndDescriptions {
  readonly card: DescriptionCard;
  readonly model: DescriptionModel;
}

const ARRAYS = {
  rarity: Float32Array,
  starts: Uint32Array,
  classes: Uint16Array,
  weights: Float32Array,
  base: Float32Array,
  perUnit: Float32Array,
} as const;
type ArrayName = keyof typeof ARRAYS;

/** For `JSON.stringify`. */
export function descriptionBody({ card, model }: CardAndDescriptions): unknown {
  const { scorer, ...rest } = model;
  const arrays = (Object.keys(ARRAYS) as ArrayName[]).map((name) => {
    const { buffer, byteOffset, byteLength } = scorer[name];
    return [name, Buffer.from(buffer, byteOffset, byteLength).toString("base64")];
  });
  return { card, ...rest, scorer: { kind: scorer.kind, ...Object.fromEntries(arrays) } };
}

/** Throws `BrokenFile`, and `TextError` CH4453 for numbers that are not where they may be. */
export async function readDescriptionBody(unpack: Unpack): Promise<CardAndDescriptions> {
  const body = BODY.safeParse(await boundedJsonOf(unpack(LIMITS.bytes), LIMITS));
  if (!body.success) throw new BrokenFile("its content is not that of a model");
  return unpackedBody(body.data);
}

const BODY = z.strictObject({
  card: z.looseObject({
    trainedAt: z.string(),
    data: z.array(z.object({ sha256: z.string(), rows: z.number() })),
    seed: z.number(),
    heldOut: z.array(z.record(z.string(), z.unknown())),
    limits: z.array(z.string()),
  }),
  codes: z
    .array(z.string().regex(/^\d{2,12}$/))
    .min(2)
    .max(10_000),
  digits: z.int().min(2).max(12),
  sharpness: z.number().positive(),
  priorBits: z.number().nonnegative(),
  vagueBelowBits: z.number(),
  scorer: z.strictObject({
    kind: z.enum(["centroid", "bayes"]),
    rarity: z.base64(),
    starts: z.base64(),
    classes: z.base64(),
    weights: z.base64(),
    base: z.base64(),
    perUnit: z.base64(),
  }),
});

function unpackedBody({ card, scorer: packed, ...rest }: z.infer<typeof BODY>) {
  const bytes = (name: ArrayName) => {
    const read = Buffer.from(packed[name], "base64");
    if (read.length % ARRAYS[name].BYTES_PER_ELEMENT !== 0) throw unsound();
    // A buffer of its own, so that its start lies where numbers may begin.
    return new Uint8Array(read).buffer;
  };
  const scorer = {
    kind: packed.kind,
    rarity: new Float32Array(bytes("rarity")),
    starts: new Uint32Array(bytes("starts")),
    classes: new Uint16Array(bytes("classes")),
    weights: new Float32Array(bytes("weights")),
    base: new Float32Array(bytes("base")),
    perUnit: new Float32Array(bytes("perUnit")),
  };
  const model: DescriptionModel = { ...rest, scorer };
  refuseUnsound(model);
  return { card, model };
}

function refuseUnsound({ codes, digits, scorer }: DescriptionModel): void {
  const { rarity, starts, classes, weights, base, perUnit } = scorer;
  const sizes =
    rarity.length === BUCKETS &&
    starts.length === BUCKETS + 1 &&
    classes.length === weights.length &&
    base.length === codes.length &&
    perUnit.length === codes.length;
  const rising = starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? 0));
  const ends = starts[0] === 0 && starts.at(-1) === classes.length;
  const known = classes.every((code) => code < codes.length);
  const finite = [rarity, weights, base, perUnit].every((array) => array.every(Number.isFinite));
  const named =
    codes.every((code) => code.length === digits) && new Set(codes).size === codes.length;
  if (!(sizes && rising && ends && known && finite && named)) throw unsound();
}

function unsound(): TextError {
  return new TextError("CH4453", "a number in it is not where it may be");
}
