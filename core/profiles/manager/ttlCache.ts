import type { Clock } from '../../time/clock';

interface Entry<Value> {
  readonly value: Value;
  readonly expiresAt: number;
}

interface TtlCacheOptions {
  /** How long a value is good, in milliseconds. */
  readonly ttlMs: number;
  /** The most values to keep; beyond it, the one that was not used for longest goes. */
  readonly maxEntries: number;
  readonly clock: Clock;
}

/** Keeps values for a while, and no more than so many. */
export class TtlCache<Value> {
  /** A map remembers the order of insertion: the least recently used is the first. */
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #options: TtlCacheOptions;

  constructor(options: TtlCacheOptions) {
    this.#options = options;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.expiresAt <= this.#options.clock.now()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value): void {
    const { ttlMs, maxEntries, clock } = this.#options;
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: clock.now() + ttlMs });
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > maxEntries) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
