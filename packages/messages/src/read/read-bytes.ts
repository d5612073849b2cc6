/** From bytes to text, and what is refused before any parser sees it. */
import type { Limits } from "../limits.ts";
import type { Findings } from "./findings.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The text of a message; nothing, with a finding, when the bytes cannot be read. */
export function readText(
  bytes: Uint8Array,
  limits: Limits,
  findings: Findings,
): string | undefined {
  if (bytes.length > limits.maxBytes) {
    const message = `The message has ${bytes.length} bytes; ${limits.maxBytes} are accepted.`;
    findings.whole("CH1001", message);
    return undefined;
  }
  if (bytes.length === 0) {
    findings.whole("CH1013", "The message is empty.");
    return undefined;
  }
  if (looksLikeUtf16(bytes)) {
    findings.whole("CH1002", "The message is in UTF-16 or UTF-32; UTF-8 is required.");
    return undefined;
  }
  try {
    return UTF8.decode(bytes);
  } catch {
    findings.whole("CH1003", "The message holds bytes that are not valid UTF-8.");
    return undefined;
  }
}

/**
 * A byte order mark of UTF-16 or UTF-32, or zero bytes where neither XML nor JSON has them in
 * UTF-8.
 */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return true;
  if (first === 0xff && second === 0xfe) return true;
  return bytes.length > 1 && (first === 0 || second === 0);
}

const XML_DECLARATION = /^<\?xml\s([^?]*)\?>/;
const ENCODING = /encoding\s*=\s*["']([^"']*)["']/;

/**
 * Refuses an XML text that names another encoding or has a DOCTYPE. Says whether parsing may go
 * on.
 */
export function passesXmlGuard(text: string, findings: Findings): boolean {
  const encoding = ENCODING.exec(XML_DECLARATION.exec(text)?.[1] ?? "")?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) {
    findings.whole("CH1002", "The message names an encoding other than UTF-8.", encoding);
    return false;
  }
  if (hasDocumentType(text)) {
    findings.whole("CH1005", "The message has a DOCTYPE, which is never accepted.");
    return false;
  }
  return true;
}

/**
 * Only the prolog can hold a DOCTYPE; comments and processing instructions there are passed
 * over.
 */
function hasDocumentType(text: string): boolean {
  let at = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== 0x3c) return false;
    const end = endOfPrologPart(text, at);
    if (end === undefined) return text.startsWith("<!", at) && !text.startsWith("<!--", at);
    at = end;
  }
}

function endOfPrologPart(text: string, at: number): number | undefined {
  const [start, end] = text.startsWith("<!--", at) ? ["<!--", "-->"] : ["<?", "?>"];
  if (!text.startsWith(start, at)) return undefined;
  const found = text.indexOf(end, at + start.length);
  return found === -1 ? undefined : found + end.length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
