/** A small cache of values that take long to make, by name. When it is full, the value that was unused for longest is dropped. */
export class RecentlyUsed<T> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whoever asks while it is made waits for the same one. What could not be made is not kept. */
  get(name: string, make: () => Promise<T>): Promise<T> {
    const found = this.#kept.get(name) ?? make();
    this.#kept.delete(name);
    this.#kept.set(name, found);
    found.catch(() => {
      if (this.#kept.get(name) === found) this.#kept.delete(name);
    });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return found;
  }
}
