/**
 * A model of descriptions as a file: a line with kind, version and SHA-256, then gzipped JSON. What is read is checked as if
 * it came from an enemy: the digest first, then that every number is where a reader may look.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { type DescriptionModel, TEXT_BUCKETS, TextError } from "@customhouse/risk";
import { z } from "zod";
import { sha256 } from "../model-file.ts";

const KIND = "customhouse-descriptions";
const VERSION = 1;
const HEAD = /^customhouse-descriptions 1 sha256:([0-9a-f]{64})$/;
const MAX_HEAD_BYTES = 200;
const MAX_UNPACKED_BYTES = 1_000_000_000;

/** Where a model comes from and what it is good for. */
export interface DescriptionCard {
  readonly trainedAt: string;
  readonly data: readonly { readonly sha256: string; readonly rows: number }[];
  readonly seed: number;
  readonly heldOut: readonly Readonly<Record<string, unknown>>[];
  readonly limits: readonly string[];
}

export interface StoredDescriptions {
  readonly card: DescriptionCard;
  readonly model: DescriptionModel;
  readonly digest: string;
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

/** Writes beside the file and renames, so that no reader ever sees half a model. Gives the digest. */
export async function writeDescriptions(
  file: string,
  { card, model }: Omit<StoredDescriptions, "digest">,
): Promise<string> {
  const { scorer, ...rest } = model;
  const arrays = (Object.keys(ARRAYS) as ArrayName[]).map((name) => {
    const { buffer, byteOffset, byteLength } = scorer[name];
    return [name, Buffer.from(buffer, byteOffset, byteLength).toString("base64")];
  });
  const body = { card, ...rest, scorer: { kind: scorer.kind, ...Object.fromEntries(arrays) } };
  const packed = await promisify(gzip)(JSON.stringify(body));
  const digest = sha256(packed);
  const aside = `${file}.${process.pid}.part`;
  const head = Buffer.from(`${KIND} ${VERSION} sha256:${digest}\n`);
  await writeFile(aside, Buffer.concat([head, packed]));
  await rename(aside, file);
  return digest;
}

/** Throws `TextError` CH4453. */
export async function readDescriptions(file: string): Promise<StoredDescriptions> {
  return parseDescriptions(await readFile(file));
}

/** Throws `TextError` CH4453. */
export async function parseDescriptions(bytes: Buffer): Promise<StoredDescriptions> {
  const end = Math.max(0, bytes.subarray(0, MAX_HEAD_BYTES).indexOf(10));
  const head = HEAD.exec(bytes.subarray(0, end).toString("latin1"));
  if (head === null) throw new TextError("CH4453", "it does not begin as a model does");
  const packed = bytes.subarray(end + 1);
  if (sha256(packed) !== head[1]) throw new TextError("CH4453", "its digest is another");
  try {
    const text = await promisify(gunzip)(packed, { maxOutputLength: MAX_UNPACKED_BYTES });
    return { ...unpack(BODY.parse(JSON.parse(text.toString("utf8")))), digest: head[1] ?? "" };
  } catch (error) {
    if (error instanceof TextError) throw error;
    throw new TextError("CH4453", "its content is not that of a model");
  }
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

function unpack({ card, scorer: packed, ...rest }: z.infer<typeof BODY>) {
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
    rarity.length === TEXT_BUCKETS &&
    starts.length === TEXT_BUCKETS + 1 &&
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
