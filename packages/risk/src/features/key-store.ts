/**
 * A bounded map of records that are written to again and again. Keys are in two generations, and a key that is written to
 * belongs to the younger; when that one has half the limit it becomes the older, and what the older still held is
 * forgotten and counted. So nothing is kept in order, which would touch two other records at every write.
 */

/** Both generations, each in the order in which its keys came into it. */
export interface StoredKeys<T> {
  readonly older: readonly (readonly [string, T])[];
  readonly younger: readonly (readonly [string, T])[];
  readonly evicted: number;
}

export class KeyStore<T> {
  readonly #half: number;
  #older = new Map<string, T>();
  #younger = new Map<string, T>();
  #evicted = 0;

  constructor(limit: number) {
    this.#half = Math.max(Math.floor(limit / 2), 1);
  }

  get evicted(): number {
    return this.#evicted;
  }

  /** Reading leaves the generations alone, so that what is kept does not depend on who asked. */
  get(key: string): T | undefined {
    return this.#younger.get(key) ?? this.#older.get(key);
  }

  /** The record to write to, now among the younger. */
  touch(key: string, create: () => T): T {
    const known = this.#younger.get(key);
    if (known !== undefined) return known;
    const old = this.#older.get(key);
    if (old !== undefined) this.#older.delete(key);
    if (this.#younger.size >= this.#half) this.#turn();
    const record = old ?? create();
    this.#younger.set(key, record);
    return record;
  }

  /** Plain JSON, with copies of the records, which stay as they are when the store goes on. */
  stored(copy: (record: T) => T): StoredKeys<T> {
    const copied = (generation: ReadonlyMap<string, T>) =>
      Array.from(generation, ([key, record]) => [key, copy(record)] as const);
    return {
      older: copied(this.#older),
      younger: copied(this.#younger),
      evicted: this.#evicted,
    };
  }

  static from<T>(limit: number, stored: StoredKeys<T>, copy: (record: T) => T): KeyStore<T> {
    const store = new KeyStore<T>(limit);
    for (const [key, record] of stored.older) store.#older.set(key, copy(record));
    for (const [key, record] of stored.younger) store.#younger.set(key, copy(record));
    store.#evicted = stored.evicted;
    return store;
  }

  #turn(): void {
    this.#evicted += this.#older.size;
    this.#older = this.#younger;
    this.#younger = new Map();
  }
}
