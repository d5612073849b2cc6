/** The declarant's own reference (LRN) of a message. */
import { encodeJson, encodeXml } from "@customhouse/messages";
import { UserError } from "../fail.ts";
import { readAny } from "../read-any.ts";

const OPENING_BRACE = 0x7b;

/** Undefined when no profile reads the message. */
export async function lrnOf(bytes: Uint8Array): Promise<string | undefined> {
  const read = await readAny(bytes);
  return read.ok ? read.message.document.Declaration?.FunctionalReferenceID : undefined;
}

/** The same message, in its canonical form, under another reference. */
export async function replaceLrn(file: string, bytes: Uint8Array, lrn: string): Promise<string> {
  const read = await readAny(bytes);
  if (!read.ok || read.message.document.Declaration === undefined) {
    const why = read.ok ? "it holds no declaration" : read.problems.join("; ");
    throw new UserError(
      `The LRN of ${file} cannot be replaced: ${why}`,
      "Run `customhouse validate` on it to see every error.",
    );
  }
  const { document, messageType, profile } = read.message;
  const renamed = {
    ...document,
    Declaration: { ...document.Declaration, FunctionalReferenceID: lrn },
  };
  const isJson = bytes.find((byte) => byte > 0x20) === OPENING_BRACE;
  return isJson
    ? encodeJson(renamed, messageType, profile)
    : encodeXml(renamed, messageType, profile);
}
