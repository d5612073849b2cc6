/** A bounded map: beyond its limit the key that was written to longest ago goes, and is counted. */

/** Entries are a list from the longest unseen to the youngest; moving one is cheaper than a map that is deleted from. */
interface Entry<T> {
  readonly key: string;
  readonly value: T;
  older: Entry<T> | undefined;
  younger: Entry<T> | undefined;
}

/** From the longest unseen to the youngest. */
export interface StoredKeys<T> {
  readonly entries: readonly (readonly [string, T])[];
  readonly evicted: number;
}

export class KeyStore<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #limit: number;
  #oldest: Entry<T> | undefined;
  #youngest: Entry<T> | undefined;
  #evicted = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get evicted(): number {
    return this.#evicted;
  }

  /** Reading leaves the order alone, so that what is kept does not depend on who asked. */
  get(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  /** The record to write to, now the youngest. */
  touch(key: string, create: () => T): T {
    const known = this.#entries.get(key);
    if (known === undefined) {
      const value = this.#append(key, create());
      if (this.#entries.size > this.#limit) this.#evict();
      return value;
    }
    if (known !== this.#youngest) {
      this.#unlink(known);
      this.#link(known);
    }
    return known.value;
  }

  /** Plain JSON, with copies of the records, which stay as they are when the store goes on. */
  stored(copy: (record: T) => T): StoredKeys<T> {
    const entries: [string, T][] = [];
    for (let entry = this.#oldest; entry !== undefined; entry = entry.younger) {
      entries.push([entry.key, copy(entry.value)]);
    }
    return { entries, evicted: this.#evicted };
  }

  static from<T>(limit: number, stored: StoredKeys<T>, copy: (record: T) => T): KeyStore<T> {
    const store = new KeyStore<T>(limit);
    for (const [key, record] of stored.entries) store.#append(key, copy(record));
    store.#evicted = stored.evicted;
    return store;
  }

  #append(key: string, value: T): T {
    const entry: Entry<T> = { key, value, older: undefined, younger: undefined };
    this.#entries.set(key, entry);
    this.#link(entry);
    return value;
  }

  #link(entry: Entry<T>): void {
    entry.older = this.#youngest;
    entry.younger = undefined;
    if (this.#youngest === undefined) this.#oldest = entry;
    else this.#youngest.younger = entry;
    this.#youngest = entry;
  }

  #unlink({ older, younger }: Entry<T>): void {
    if (older === undefined) this.#oldest = younger;
    else older.younger = younger;
    if (younger === undefined) this.#youngest = older;
    else younger.older = older;
  }

  #evict(): void {
    const gone = this.#oldest;
    if (gone === undefined) return;
    this.#unlink(gone);
    this.#entries.delete(gone.key);
    this.#evicted += 1;
  }
}
