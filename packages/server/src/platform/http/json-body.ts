/** Bytes to JSON: UTF-8 only, bounded depth, and no key that reaches into a prototype. */

const MAX_DEPTH = 32;
const decoder = new TextDecoder("utf-8", { fatal: true });

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

export function parseJsonBody(bytes: Uint8Array): ParsedJson {
  if (tooDeep(bytes)) {
    return { ok: false };
  }
  try {
    return { ok: true, value: JSON.parse(decoder.decode(bytes), dropPrototype) };
  } catch {
    return { ok: false };
  }
}

function dropPrototype(this: unknown, key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Counts brackets outside strings before the parser recurses over them. */
function tooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (quoted) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}
