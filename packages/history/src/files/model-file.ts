/**
 * A model as a file: a line with kind, version and SHA-256, then what the version says, gzipped. What is read is checked as
 * if it came from an enemy: the digest first, then every count before anything is made of it, and every node of every tree,
 * so that no walk can leave its tree or go round in it.
 */
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { LearningError } from "@customhouse/learning";
import { BrokenFile } from "@customhouse/learning/files";
import type { CardAndModel } from "@customhouse/learning/model-file";
import { readVersion1, readVersion2, version2 } from "@customhouse/learning/model-file";
import { opened, sealed } from "./sealed-file.ts";

const KIND = "customhouse-model";
const VERSION = 2;
/** Of a file, as much as Node reads at once. */
const MAX_FILE_BYTES = 2_000_000_000;
/** What a file may unpack to: ten thousand trees of depth 12 over any number of rows, with their histories. */
const MAX_FILE_UNPACKED_BYTES = 2_500_000_000;
/** The same of bytes that a server was sent or has stored, where others use the same memory. */
const MAX_SENT_UNPACKED_BYTES = 1_000_000_000;

export interface StoredModel extends CardAndModel {
  readonly digest: string;
}

/**
 * Writes beside the file and renames, so that no reader ever sees half a model. Gives the digest. Errors: CH4107 for a model
 * that could not be read again.
 */
export async function writeModel(file: string, model: CardAndModel) {
  const { content, digest } = await packModel(model, MAX_FILE_UNPACKED_BYTES);
  const aside = `${file}.${process.pid}.part`;
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
  return digest;
}

/** The bytes of a model file, which were read once. Errors: CH4107 for a model that could not be read again. */
export async function packModel(
  { card, model }: CardAndModel,
  mostBytes = MAX_SENT_UNPACKED_BYTES,
) {
  const { content, digest } = await sealed(KIND, VERSION, version2({ card, model }));
  await asModel(content, mostBytes, "what was learnt could not be read again: ");
  return { content, digest };
}

/** Errors: CH4107. */
export async function readModel(file: string): Promise<StoredModel> {
  if ((await stat(file)).size > MAX_FILE_BYTES)
    throw new LearningError("CH4107", "it is too large");
  return asModel(await readFile(file), MAX_FILE_UNPACKED_BYTES);
}

/** Of what a server was sent or has stored. Errors: CH4107. */
export async function parseModel(bytes: Buffer): Promise<StoredModel> {
  return asModel(bytes, MAX_SENT_UNPACKED_BYTES);
}

async function asModel(bytes: Buffer, mostBytes: number, prefix = ""): Promise<StoredModel> {
  try {
    const { version, digest, unpack } = opened(KIND, bytes);
    if (version === 1) return { ...(await readVersion1(unpack)), digest };
    if (version !== VERSION) throw new BrokenFile(`version ${version} is not known here`);
    return { ...(await readVersion2(unpack, mostBytes)), digest };
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    throw new LearningError("CH4107", `${prefix}${error.message}`);
  }
}
