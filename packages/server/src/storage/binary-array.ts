/**
 * PostgreSQL arrays in their binary wire form. node-postgres sends a Buffer parameter as binary, so a
 * column of a whole batch travels as one parameter with no quoting, escaping or hex: this is what
 * makes `INSERT ... SELECT FROM unnest(...)` cheap at hundreds of rows.
 */
const OID = { uuid: 2950, text: 25, int4: 23, int8: 20, jsonb: 3802, bytea: 17, timestamptz: 1184 };

const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const JSONB_VERSION = 1;
/** PostgreSQL counts microseconds from 2000-01-01T00:00:00Z. */
const EPOCH_2000_MS = 946_684_800_000;

type Bytes = Uint8Array | null;

function arrayOf(oid: number, items: readonly Bytes[]): Buffer {
  let total = HEADER_BYTES;
  for (const item of items) total += LENGTH_BYTES + (item?.length ?? 0);
  const out = Buffer.allocUnsafe(total);
  out.writeInt32BE(items.length === 0 ? 0 : 1, 0);
  out.writeInt32BE(1, 4);
  out.writeInt32BE(oid, 8);
  out.writeInt32BE(items.length, 12);
  out.writeInt32BE(1, 16);
  let offset = HEADER_BYTES;
  for (const item of items) {
    offset = out.writeInt32BE(item === null ? -1 : item.length, offset);
    if (item !== null) {
      out.set(item, offset);
      offset += item.length;
    }
  }
  // An empty array has no dimensions, so its header ends after the element type.
  return items.length === 0 ? out.subarray(0, 12) : out;
}

export function uuidArray(items: readonly string[]): Buffer {
  return arrayOf(
    OID.uuid,
    items.map((item) => {
      const bytes = Buffer.from(item.replaceAll("-", ""), "hex");
      if (bytes.length !== 16) throw new Error(`not a UUID: ${item}`);
      return bytes;
    }),
  );
}

export function textArray(items: readonly (string | null)[]): Buffer {
  return arrayOf(
    OID.text,
    items.map((item) => (item === null ? null : Buffer.from(item))),
  );
}

export function byteaArray(items: readonly Bytes[]): Buffer {
  return arrayOf(OID.bytea, items);
}

/** What is JSON already, so that nothing is serialised twice. */
export class JsonText {
  readonly text: string;
  constructor(value: unknown) {
    this.text = JSON.stringify(value ?? null);
  }
}

/** Plain data is serialised here; JSON text comes as JsonText. */
export function jsonbArray(items: readonly unknown[]): Buffer {
  return arrayOf(
    OID.jsonb,
    items.map((item) => {
      const { text } = item instanceof JsonText ? item : new JsonText(item);
      const bytes = Buffer.allocUnsafe(1 + Buffer.byteLength(text));
      bytes[0] = JSONB_VERSION;
      bytes.write(text, 1);
      return bytes;
    }),
  );
}

export function int4Array(items: readonly (number | null)[]): Buffer {
  return arrayOf(
    OID.int4,
    items.map((item) => {
      if (item === null) return null;
      const bytes = Buffer.allocUnsafe(4);
      bytes.writeInt32BE(item);
      return bytes;
    }),
  );
}

export function int8Array(items: readonly bigint[]): Buffer {
  return arrayOf(OID.int8, items.map(int8));
}

/** ISO 8601 texts, to the millisecond. */
export function timestampArray(items: readonly string[]): Buffer {
  return arrayOf(
    OID.timestamptz,
    items.map((item) => {
      const ms = Date.parse(item);
      if (Number.isNaN(ms)) throw new Error(`not a time: ${item}`);
      return int8(BigInt(ms - EPOCH_2000_MS) * 1000n);
    }),
  );
}

function int8(value: bigint): Uint8Array {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

/** A text[] value inside a text[] column of rows (unnest would flatten a two-dimensional array). */
export function arrayLiteral(items: readonly string[]): string {
  const quoted = items.map((item) => `"${item.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
  return `{${quoted.join(",")}}`;
}
