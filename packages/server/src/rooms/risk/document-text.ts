/**
 * The text of a supporting document, for who has to read it. Plain text, CSV, JSON and XML are read; of a PDF, a picture or a
 * word processor's file nothing is, and that is said.
 */
import { SaxesParser } from "saxes";

/** The greatest number of characters that are shown to a person. */
const MAX_TEXT_CHARACTERS = 20_000;
/** A document may have some megabytes; what is beyond is not looked at. */
const MAX_READ_BYTES = 1_000_000;

export type DocumentText =
  | { readonly isRead: true; readonly text: string; readonly isCut: boolean }
  /** `kind`: of this media type no text is read. `large`, `broken`: it is too large, or not what its media type says. */
  | { readonly isRead: false; readonly why: "kind" | "large" | "broken" };

type Reader = (text: string) => string;

const READERS: Readonly<Record<string, Reader>> = {
  "text/plain": (text) => text,
  "text/csv": (text) => text,
  "application/json": textOfJson,
  "application/xml": textOfXml,
  "text/xml": textOfXml,
};

export function textOfDocument(mediaType: string, content: Uint8Array): DocumentText {
  const reader = Object.hasOwn(READERS, mediaType) ? READERS[mediaType] : undefined;
  if (reader === undefined) return { isRead: false, why: "kind" };
  // Structure that is cut off cannot be read; plain text can.
  const isPlain = mediaType === "text/plain" || mediaType === "text/csv";
  if (!isPlain && content.length > MAX_READ_BYTES) return { isRead: false, why: "large" };
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const part = content.subarray(0, MAX_READ_BYTES);
    const text = reader(decoder.decode(part, { stream: part.length < content.length })).trim();
    const isCut = text.length > MAX_TEXT_CHARACTERS || part.length < content.length;
    return { isRead: true, text: text.slice(0, MAX_TEXT_CHARACTERS).toWellFormed(), isCut };
  } catch {
    return { isRead: false, why: "broken" };
  }
}

/** Its texts and numbers, one a line, without the names of its fields. */
function textOfJson(text: string): string {
  const lines: string[] = [];
  JSON.parse(text, (_name, value: unknown) => {
    if (typeof value === "string" || typeof value === "number") lines.push(String(value));
    return value;
  });
  return lines.join("\n");
}

/** The text between the tags, one line each. Nothing outside of the file is looked up. */
function textOfXml(text: string): string {
  const lines: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  const add = (words: string) => {
    if (words.trim() !== "") lines.push(words.trim());
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  return lines.join("\n");
}
