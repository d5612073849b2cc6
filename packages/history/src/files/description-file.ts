/**
 * A model of descriptions as a file: a line with kind, version and SHA-256, then gzipped JSON. What is read is checked as if
 * it came from an enemy: the digest first, then that every number is where a reader may look.
 */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { BrokenFile } from "@customhouse/learning/files";
import {
  type CardAndDescriptions,
  descriptionBody,
  readDescriptionBody,
} from "@customhouse/learning/model-file";
import { TextError } from "@customhouse/learning/text";
import { opened, sealed } from "./sealed-file.ts";

const KIND = "customhouse-descriptions";
const VERSION = 1;
export interface StoredDescriptions extends CardAndDescriptions {
  readonly digest: string;
}

/**
 * Writes beside the file and renames, so that no reader ever sees half a model. Gives the digest. Throws `TextError` CH4453
 * for a model that could not be read again.
 */
export async function writeDescriptions(
  file: string,
  descriptions: CardAndDescriptions,
): Promise<string> {
  const body = descriptionBody(descriptions);
  const { content, digest } = await sealed(KIND, VERSION, [Buffer.from(JSON.stringify(body))]);
  const aside = `${file}.${process.pid}.part`;
  await parseDescriptions(content);
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
  return digest;
}

/** Throws `TextError` CH4453. */
export async function readDescriptions(file: string): Promise<StoredDescriptions> {
  return parseDescriptions(await readFile(file));
}

/** Throws `TextError` CH4453. */
export async function parseDescriptions(bytes: Buffer): Promise<StoredDescriptions> {
  try {
    const { version, digest, unpack } = opened(KIND, bytes);
    if (version !== VERSION) throw new BrokenFile(`version ${version} is not known here`);
    return { ...(await readDescriptionBody(unpack)), digest };
  } catch (error) {
    if (error instanceof BrokenFile) throw new TextError("CH4453", error.message);
    throw error;
  }
}
