/** Where the weights of a gram stand: one slot each, or one slot shared by many. */
export interface Slots {
  readonly count: number;
  slotOf(hash: number): number;
}

/** A number of slots, a power of two, that all grams share. */
export function sharedSlots(count: number): Slots {
  return new SharedSlots(count);
}

/** A slot of its own for each of these hashes, in their order; the one behind them for all others together. */
export function ownSlots(hashes: Uint32Array): Slots {
  return new OwnSlots(hashes);
}

class SharedSlots implements Slots {
  readonly count: number;

  constructor(count: number) {
    this.count = count;
  }

  slotOf(hash: number): number {
    return hash & (this.count - 1);
  }
}

class OwnSlots implements Slots {
  readonly count: number;
  readonly #slots = new Map<number, number>();

  constructor(hashes: Uint32Array) {
    this.count = hashes.length + 1;
    hashes.forEach((hash, slot) => this.#slots.set(signed(hash), slot));
  }

  slotOf(hash: number): number {
    return this.#slots.get(signed(hash)) ?? this.count - 1;
  }
}

/** The same 32 bits as a small integer, which maps find sooner than a number beyond 2^31. */
function signed(hash: number): number {
  return hash | 0;
}
