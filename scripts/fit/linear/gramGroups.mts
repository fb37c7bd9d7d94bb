import { eachGram } from '../../../core/guardrails/linear/grams.ts';
import type { GramKind } from '../../../core/guardrails/linear/grams.ts';
import { hashOf } from '../../../core/guardrails/linear/hash.ts';
import { RARITY_STEP } from '../../../core/guardrails/linear/modelFile.ts';
import { ownSlots, sharedSlots } from '../../../core/guardrails/linear/slots.ts';
import type { Slots } from '../../../core/guardrails/linear/slots.ts';
import type { GramGroup } from '../../../core/guardrails/linear/textVector.ts';

/** The texts a model is fitted to, as their tokens. */
export type Documents = readonly (readonly string[])[];

/** A group whose grams share their slots. */
export function sharedGroup(kind: GramKind, slotCount: number, documents: Documents): GramGroup {
  return withRarity(kind, sharedSlots(slotCount), documents);
}

/** A group in which each of these words has a slot of its own. */
export function wordGroup(words: readonly string[], documents: Documents): GramGroup {
  return withRarity('words', ownSlots(Uint32Array.from(words, hashOf)), documents);
}

/** Counts in how many documents each slot is touched, and rounds as the weights file does. */
function withRarity(kind: GramKind, slots: Slots, documents: Documents): GramGroup {
  const counts = new Uint32Array(slots.count);
  for (const tokens of documents) {
    const touched = new Set<number>();
    eachGram(kind, tokens, (hash) => touched.add(slots.slotOf(hash)));
    for (const slot of touched) counts[slot] = (counts[slot] ?? 0) + 1;
  }
  const rarity = Float32Array.from(counts, (count) => {
    const steps = Math.log((documents.length + 1) / (count + 1)) / RARITY_STEP;
    return 1 + Math.min(255, Math.round(steps)) * RARITY_STEP;
  });
  return { kind, slots, rarity };
}
