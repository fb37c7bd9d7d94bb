/** An amount that came at a moment. */
interface Entry {
  readonly at: number;
  readonly amount: number;
}

/**
 * What was used within the last `lengthMs`, exactly: every entry is kept. An entry at s has left the window at
 * s + length. Amounts are whole numbers, so that sums are exact. Time only moves on.
 */
export class SlidingWindow {
  readonly limit: number;
  readonly #lengthMs: number;
  readonly #entries: Entry[] = [];
  #oldest = 0;
  #used = 0;

  constructor(lengthMs: number, limit: number) {
    this.#lengthMs = lengthMs;
    this.limit = limit;
  }

  used(now: number): number {
    for (let entry = this.#entries[this.#oldest]; entry !== undefined; entry = this.#entries[this.#oldest]) {
      if (entry.at > now - this.#lengthMs) break;
      this.#used -= entry.amount;
      this.#oldest += 1;
    }
    return this.#used;
  }

  add(now: number, amount: number): void {
    this.#entries.push({ at: now, amount });
    this.#used += amount;
  }

  hasRoom(now: number, amount: number): boolean {
    return this.used(now) + amount <= this.limit;
  }

  /** When the amount will have room if nothing else comes; Infinity when it is above the limit. */
  roomAt(now: number, amount: number): number {
    let used = this.used(now);
    let at = now;
    for (let index = this.#oldest; used + amount > this.limit; index += 1) {
      const entry = this.#entries[index];
      if (entry === undefined) return Infinity;
      used -= entry.amount;
      at = entry.at + this.#lengthMs;
    }
    return at;
  }
}
