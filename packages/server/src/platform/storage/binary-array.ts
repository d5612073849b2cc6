/**
 * PostgreSQL arrays in their binary wire form. node-postgres sends a Buffer parameter as binary, so a
 * column of a whole batch travels as one parameter with no quoting, escaping or hex: this is what
 * makes `INSERT ... SELECT FROM unnest(...)` cheap at hundreds of rows.
 */
const OID = { uuid: 2950, text: 25, int4: 23, int8: 20, jsonb: 3802, bytea: 17, timestamptz: 1184 };

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const JSONB_VERSION = Uint8Array.of(1);
/** PostgreSQL counts microseconds from 2000-01-01T00:00:00Z. */
const EPOCH_2000_MS = 946_684_800_000;

type Bytes = Uint8Array | null;

function header(oid: number, count: number, out: Buffer): void {
  out.writeInt32BE(count === 0 ? 0 : 1, 0);
  out.writeInt32BE(1, 4);
  out.writeInt32BE(oid, 8);
  out.writeInt32BE(count, 12);
  out.writeInt32BE(1, 16);
}

/** An empty array has no dimensions, so its header ends after the element type. */
const whole = (out: Buffer, count: number) => (count === 0 ? out.subarray(0, 12) : out);

function arrayOf(oid: number, items: readonly Bytes[]): Buffer {
  let total = HEADER_BYTES;
  for (const item of items) total += LENGTH_BYTES + (item?.length ?? 0);
  const out = Buffer.allocUnsafe(total);
  header(oid, items.length, out);
  let offset = HEADER_BYTES;
  for (const item of items) {
    offset = out.writeInt32BE(item === null ? -1 : item.length, offset);
    if (item !== null) {
      out.set(item, offset);
      offset += item.length;
    }
  }
  return whole(out, items.length);
}

/** Elements of one size are written where they go: no buffer of their own for each. */
function fixedArrayOf<T>(
  oid: number,
  bytes: number,
  items: readonly (T | null)[],
  write: (out: Buffer, item: T, offset: number) => void,
): Buffer {
  const out = Buffer.allocUnsafe(HEADER_BYTES + items.length * (LENGTH_BYTES + bytes));
  header(oid, items.length, out);
  let offset = HEADER_BYTES;
  for (const item of items) {
    offset = out.writeInt32BE(item === null ? -1 : bytes, offset);
    if (item === null) continue;
    write(out, item, offset);
    offset += bytes;
  }
  return whole(out.subarray(0, Math.max(offset, HEADER_BYTES)), items.length);
}

/** Texts are measured, then written where they go. */
function textsOf(
  oid: number,
  items: readonly (string | null)[],
  prefix: Uint8Array = NO_PREFIX,
): Buffer {
  let total = HEADER_BYTES;
  const lengths = items.map((item) => {
    const length = item === null ? -1 : prefix.length + Buffer.byteLength(item);
    total += LENGTH_BYTES + Math.max(0, length);
    return length;
  });
  const out = Buffer.allocUnsafe(total);
  header(oid, items.length, out);
  let offset = HEADER_BYTES;
  for (const [index, item] of items.entries()) {
    const length = lengths[index] ?? -1;
    offset = out.writeInt32BE(length, offset);
    if (item === null) continue;
    out.set(prefix, offset);
    out.write(item, offset + prefix.length);
    offset += length;
  }
  return whole(out, items.length);
}

const NO_PREFIX = new Uint8Array(0);
const UUID_BYTES = 16;

export function uuidArray(items: readonly string[]): Buffer {
  return fixedArrayOf(OID.uuid, UUID_BYTES, items, (out, item, offset) => {
    const written = out.write(item.replaceAll("-", ""), offset, UUID_BYTES, "hex");
    if (written !== UUID_BYTES || item.length !== 36) throw new Error(`not a UUID: ${item}`);
  });
}

export function textArray(items: readonly (string | null)[]): Buffer {
  return textsOf(OID.text, items);
}

export function byteaArray(items: readonly Bytes[]): Buffer {
  return arrayOf(OID.bytea, items);
}

/** A text that is JSON already and is not serialised again. */
export class JsonText {
  readonly text: string;
  constructor(value: unknown) {
    this.text = JSON.stringify(value ?? null);
  }
}

/** Plain data is serialised here; JSON text comes as JsonText. */
export function jsonbArray(items: readonly unknown[]): Buffer {
  const texts = items.map((item) => (item instanceof JsonText ? item : new JsonText(item)).text);
  return textsOf(OID.jsonb, texts, JSONB_VERSION);
}

export function int4Array(items: readonly (number | null)[]): Buffer {
  return fixedArrayOf(OID.int4, 4, items, (out, item, offset) => out.writeInt32BE(item, offset));
}

export function int8Array(items: readonly bigint[]): Buffer {
  return fixedArrayOf(OID.int8, 8, items, (out, item, offset) => out.writeBigInt64BE(item, offset));
}

/** ISO 8601 texts, to the millisecond. */
export function timestampArray(items: readonly string[]): Buffer {
  return fixedArrayOf(OID.timestamptz, 8, items, (out, item, offset) => {
    const ms = Date.parse(item);
    if (Number.isNaN(ms)) throw new Error(`not a time: ${item}`);
    out.writeBigInt64BE(BigInt(ms - EPOCH_2000_MS) * 1000n, offset);
  });
}

/** A text[] value inside a text[] column of rows (unnest would flatten a two-dimensional array). */
export function arrayLiteral(items: readonly string[]): string {
  const quoted = items.map((item) => `"${item.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
  return `{${quoted.join(",")}}`;
}
