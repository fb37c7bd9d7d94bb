/**
 * A map that nobody can change, and hence all profiles can share while it is empty. Keys come from users: unlike the
 * names of properties, those of a map have no meaning of their own.
 */
export class FrozenMap<Value> implements ReadonlyMap<string, Value> {
  readonly #entries: ReadonlyMap<string, Value>;

  constructor(entries: Iterable<readonly [string, Value]> = []) {
    this.#entries = new Map(entries);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  keys(): MapIterator<string> {
    return this.#entries.keys();
  }

  values(): MapIterator<Value> {
    return this.#entries.values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#entries.entries();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.#entries.entries();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.#entries) callback(value, key, this);
  }

  /** Without it, a profile turned into JSON by accident would lose its maps in silence. */
  toJSON(): Record<string, Value> {
    return Object.fromEntries(this.#entries);
  }
}
