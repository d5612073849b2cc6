/** What a bounded store keeps, whatever is written to it and whoever reads. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyStore } from "../../src/features/key-store.ts";

interface Tally {
  writes: number;
}

const writes = fc.array(fc.nat(30).map(String), { maxLength: 200 });
const copy = ({ writes }: Tally): Tally => ({ writes });

function write(store: KeyStore<Tally>, key: string): void {
  store.touch(key, () => ({ writes: 0 })).writes += 1;
}

/** The keys written to last, each once. */
function newest(keys: readonly string[], count: number): readonly string[] {
  return [...new Set(keys.toReversed())].slice(0, count);
}

describe("a key store", () => {
  it("keeps half its limit for certain, never more than its limit, and counts what it forgets", () => {
    fc.assert(
      fc.property(writes, fc.integer({ min: 2, max: 20 }), (keys, limit) => {
        const store = new KeyStore<Tally>(limit);
        let made = 0;
        for (const key of keys) {
          store.touch(key, () => {
            made += 1;
            return { writes: 0 };
          });
          const { older, younger } = store.stored(copy);
          expect(older.length + younger.length).toBeLessThanOrEqual(limit);
          expect(older.length + younger.length + store.evicted).toBe(made);
        }
        for (const key of newest(keys, Math.floor(limit / 2))) {
          expect(store.get(key)).toBeDefined();
        }
      }),
    );
  });

  it("forgets nothing while there is room, and is not changed by readers", () => {
    fc.assert(
      fc.property(writes, (keys) => {
        const store = new KeyStore<Tally>(64);
        for (const key of keys) {
          store.get("0");
          write(store, key);
        }
        expect(store.evicted).toBe(0);
        for (const key of keys) {
          expect(store.get(key)?.writes).toBe(keys.filter((other) => other === key).length);
        }
      }),
    );
  });

  it("goes on from what was stored as it would have", () => {
    fc.assert(
      fc.property(writes, writes, fc.integer({ min: 1, max: 12 }), (before, after, limit) => {
        const store = new KeyStore<Tally>(limit);
        for (const key of before) write(store, key);
        const other = KeyStore.from(limit, store.stored(copy), copy);
        for (const key of after) {
          write(store, key);
          write(other, key);
        }
        expect(other.stored(copy)).toEqual(store.stored(copy));
      }),
    );
  });
});
