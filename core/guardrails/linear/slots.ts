/** Where the weights of a gram stand: one slot each, or one slot shared by many. */
export interface Slots {
  readonly count: number;
  slotOf(hash: number): number;
}

/** A number of slots, a power of two, that all grams share. */
export function sharedSlots(count: number): Slots {
  return { count, slotOf: (hash) => hash & (count - 1) };
}

/** A slot of its own for each of these hashes, in their order; the one behind them for all others together. */
export function ownSlots(hashes: Uint32Array): Slots {
  const slots = new Map<number, number>();
  hashes.forEach((hash, slot) => slots.set(hash, slot));
  return { count: hashes.length + 1, slotOf: (hash) => slots.get(hash) ?? hashes.length };
}
