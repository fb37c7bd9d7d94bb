import { eachGram } from './grams';
import type { GramKind } from './grams';
import type { Slots } from './slots';

/** Grams of one kind, and how much each says just by being rare. */
export interface GramGroup {
  readonly kind: GramKind;
  readonly slots: Slots;
  /** By slot: the inverse document frequency. */
  readonly rarity: Float32Array;
  /** A vector as long as this, before it is made shorter, counts 0.7 of what a very long one does. None when left out. */
  readonly damping?: number | undefined;
}

/** A text in the eyes of one group: the slots that it touches and a value for each. As a vector its length is up to 1. */
export interface TextVector {
  readonly slots: Uint32Array;
  readonly values: Float32Array;
}

/**
 * Counts weigh by their logarithm, so that a word said ten times does not weigh ten times as much. Long texts and short
 * ones come out with the same length of 1, but for damping: it lets a text of a word or two say less than a long one.
 */
export function vectorOf(group: GramGroup, tokens: readonly string[]): TextVector {
  const counts = new Uint32Array(group.slots.count);
  const touched: number[] = [];
  eachGram(group.kind, tokens, (hash) => {
    const slot = group.slots.slotOf(hash);
    const count = counts[slot] ?? 0;
    if (count === 0) touched.push(slot);
    counts[slot] = count + 1;
  });
  const slots = Uint32Array.from(touched);
  const values = Float32Array.from(
    slots,
    (slot) => (1 + Math.log(counts[slot] ?? 1)) * (group.rarity[slot] ?? 0),
  );
  const damping = group.damping ?? 0;
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, damping * damping));
  return { slots, values: length === 0 ? values : values.map((value) => value / length) };
}
