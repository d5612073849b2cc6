/** What is counted of JSON is what a parser makes of it, however it comes in pieces. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedJson, JsonCount } from "../src/files/bounded-json.ts";

const WIDE = { bytes: 1e9, values: 1e9, depth: 1e9 };

/** Every list, object and comma: one value each, but for lists and objects that begin with one. */
function marks(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner: readonly unknown[] = Object.values(value);
  return (
    1 + Math.max(0, inner.length - 1) + inner.reduce((sum: number, one) => sum + marks(one), 0)
  );
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

function isTaken(json: Buffer, pieceBytes: number, limits: typeof WIDE): boolean {
  const count = new JsonCount(limits);
  try {
    for (let at = 0; at < json.length; at += pieceBytes) {
      count.add(json.subarray(at, at + pieceBytes));
    }
    return true;
  } catch {
    return false;
  }
}

describe("bounded JSON", () => {
  it("is taken up to its limits and refused beyond them, whatever its texts hold and wherever it is cut", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 9 }), (value, pieceBytes) => {
        const json = Buffer.from(JSON.stringify(value));
        const [values, depth] = [marks(value), depthOf(value)];
        expect(isTaken(json, pieceBytes, { bytes: json.length, values, depth })).toBe(true);
        expect(isTaken(json, pieceBytes, { ...WIDE, bytes: json.length - 1 })).toBe(false);
        if (values === 0) return;
        expect(isTaken(json, pieceBytes, { ...WIDE, values: values - 1 })).toBe(false);
        expect(isTaken(json, pieceBytes, { ...WIDE, depth: depth - 1 })).toBe(false);
      }),
    );
  });

  it("is told from what is no JSON", () => {
    expect(boundedJson(Buffer.from('["\\\\",",[{\\""]'), { ...WIDE, values: 2 })).toEqual([
      "\\",
      ',[{"',
    ]);
    for (const odd of ["", "[", "]", '"', '{"a"}']) {
      expect(() => boundedJson(Buffer.from(odd), WIDE)).toThrow("it is not JSON");
    }
  });
});
