/** Whether the first bytes of a document fit its declared media type. */

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const SIGNATURES: Readonly<Record<string, readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ZIP,
};

const FIRST_CHARACTER: Readonly<Record<string, RegExp>> = {
  "application/xml": /^\s*</,
  "text/xml": /^\s*</,
  "application/json": /^\s*[[{]/,
  // A spreadsheet of text may begin with anything but what marks another type.
  "text/plain": /^(?!%PDF|PK)/,
  "text/csv": /^(?!\s*<|\s*\{|%PDF|PK)/,
};

const TEXT_PROBE_BYTES = 4096;
const ZIP_PROBE_BYTES = 64 * 1024;

export type Verdict = "fits" | "mismatch" | "unknown";

export function fitsDocumentType(mediaType: string, bytes: Uint8Array): Verdict {
  const signature = SIGNATURES[mediaType];
  if (signature) {
    const starts = signature.every((byte, index) => bytes[index] === byte);
    return starts && (signature !== ZIP || isWordDocument(bytes)) ? "fits" : "mismatch";
  }
  const first = FIRST_CHARACTER[mediaType];
  if (!first) {
    return "unknown";
  }
  const probe = readText(bytes);
  return probe !== undefined && first.test(probe) ? "fits" : "mismatch";
}

/** Undefined when it is not text in UTF-8. */
function readText(bytes: Uint8Array): string | undefined {
  const part = bytes.subarray(0, TEXT_PROBE_BYTES);
  try {
    // `stream`: the cut may fall into the middle of a character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(part, { stream: true });
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function isWordDocument(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, ZIP_PROBE_BYTES)).toString("latin1");
  return head.includes("[Content_Types].xml") || head.includes("word/");
}
