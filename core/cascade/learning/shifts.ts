/** How long a shift is good, in ms: it takes dozens of outcomes to change much. */
const TTL_MS = 5_000;

/** Of all stores, models and domains of the process. */
const MOST_KEPT = 2_000;

interface Kept {
  readonly shift: Promise<number>;
  readonly readAt: number;
}

/** What was read of the stores lately, so that learning costs a query no round trip. */
export class Shifts {
  /** In the order of reading. */
  readonly #kept = new Map<string, Kept>();

  /** The shift by this name; one read of it serves all who ask within the next seconds. */
  read(name: string, now: number, load: () => Promise<number>): Promise<number> {
    const known = this.#kept.get(name);
    if (known && now >= known.readAt && now - known.readAt < TTL_MS) return known.shift;
    const shift = load();
    this.#kept.delete(name);
    this.#kept.set(name, { shift, readAt: now });
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
    return shift;
  }
}
