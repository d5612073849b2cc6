/** Characters, names and references of XML 1.0 (fifth edition). */

/** The message says where: line and column counted from one. */
export class XmlSyntaxError extends Error {
  constructor(text: string, at: number, message: string) {
    const before = text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - (before.lastIndexOf("\n") + 1) + 1;
    super(`The XML is not well-formed: line ${line}, column ${column}: ${message}.`);
    this.name = "XmlSyntaxError";
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const NAME_START =
  ":A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f" +
  "\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
const NAME = new RegExp(
  `^[${NAME_START}][-.0-9${NAME_START}\\u00b7\\u0300-\\u036f\\u203f\\u2040]*$`,
  "u",
);

const AMPERSAND_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

export function isName(text: string): boolean {
  return NAME.test(text);
}

/** Other characters below the blank are refused before anything is read. */
export function isSpaceCode(code: number): boolean {
  return code <= 0x20;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Whether UTF-8 bytes may hold a control character that XML forbids: looks at four bytes at a
 * time and says yes too often rather than too seldom.
 */
function mayHoldControls(bytes: Uint8Array): boolean {
  const lead = (4 - (bytes.byteOffset & 3)) & 3;
  const words = Math.max(0, (bytes.length - lead) >> 2);
  if (words === 0) return true;
  const view = new Uint32Array(bytes.buffer, bytes.byteOffset + lead, words);
  for (let at = 0; at < words; at++) {
    const word = view[at] ?? 0;
    // High bits remain where a byte is below 0x20.
    if (((word - 0x20202020) & ~word & 0x80808080) === 0) continue;
    if (isControl(word & 0xff) || isControl((word >>> 8) & 0xff)) return true;
    if (isControl((word >>> 16) & 0xff) || isControl(word >>> 24)) return true;
  }
  return anyControl(bytes, 0, lead) || anyControl(bytes, lead + words * 4, bytes.length);
}

function anyControl(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isControl(bytes[at] ?? 0)) return true;
  return false;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x0a && byte !== 0x09 && byte !== 0x0d;
}

/** `bytes` are the text's own, where there are any: they are faster to look through. */
export function checkCharacters(text: string, bytes?: Uint8Array): void {
  const isClean = bytes && !mayHoldControls(bytes);
  if (isClean && !text.includes("\ufffe") && !text.includes("\uffff")) return;
  const at = text.search(FORBIDDEN);
  if (at !== -1) throw new XmlSyntaxError(text, at, "a character is not allowed");
}

/** What a text has anywhere, asked once, so that parts without it need no look. */
export interface Oddities {
  readonly carriageReturn: boolean;
  readonly ampersand: boolean;
  readonly sectionEnd: boolean;
}

export function oddities(text: string): Oddities {
  return {
    carriageReturn: text.includes("\r"),
    ampersand: text.includes("&"),
    sectionEnd: text.includes("]]>"),
  };
}

/** Character data between two positions. */
export function contentText(text: string, start: number, end: number, odd: Oddities): string {
  const part = text.slice(start, end);
  let plain = odd.carriageReturn && part.includes("\r") ? part.replace(/\r\n?/g, "\n") : part;
  if (odd.sectionEnd && plain.includes("]]>")) {
    throw new XmlSyntaxError(text, start + part.indexOf("]]>"), "]]> is not allowed in text");
  }
  if (odd.ampersand && plain.includes("&")) plain = withReferences(plain, text, start);
  return plain;
}

/** An attribute's value: every literal white space is a space. */
export function attributeText(text: string, start: number, end: number): string {
  const part = text.slice(start, end);
  if (part.includes("<")) {
    throw new XmlSyntaxError(text, start, "< is not allowed in an attribute");
  }
  const plain = /[\t\n\r]/.test(part) ? part.replace(/\r\n|[\t\n\r]/g, " ") : part;
  return plain.includes("&") ? withReferences(plain, text, start) : plain;
}

const REFERENCE = /&(?:#(\d+)|#x([0-9a-fA-F]+)|([^;&]*));?/g;

function withReferences(part: string, text: string, at: number): string {
  return part.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    const value = whole.endsWith(";") ? referenceValue(decimal, hex, name) : undefined;
    if (value === undefined) throw new XmlSyntaxError(text, at, "a reference is not known");
    return value;
  });
}

function referenceValue(decimal?: string, hex?: string, name?: string): string | undefined {
  if (name !== undefined) {
    return Object.hasOwn(AMPERSAND_ENTITIES, name) ? AMPERSAND_ENTITIES[name] : undefined;
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}
