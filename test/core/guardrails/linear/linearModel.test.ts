import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashOf } from '../../../../core/guardrails/linear/hash';
import { logitsOf, sigmoid } from '../../../../core/guardrails/linear/linearModel';
import { readModel } from '../../../../core/guardrails/linear/modelFile';
import { ownSlots, sharedSlots } from '../../../../core/guardrails/linear/slots';
import { vectorOf } from '../../../../core/guardrails/linear/textVector';
import { encodeModel } from '../../../../scripts/fit/linear/encodeModel.mts';

const WORDS = ['good', 'bad'];

const file = encodeModel({
  outputs: ['praise', 'blame'],
  biases: [-1, 0.5],
  groups: [
    {
      kind: 'words',
      hashes: Uint32Array.from(WORDS, hashOf),
      rarity: Float32Array.of(1, 2, 4),
      weights: [Float64Array.of(2, 0, 0), Float64Array.of(0, 6.35, 0)],
    },
  ],
  extra: new Map([['threshold', [0.25]]]),
});

describe('a weights file', () => {
  const { model, extra } = readModel(file);

  it('gives back what was put in, to the precision of a byte', () => {
    expect(model.outputs).toEqual(['praise', 'blame']);
    expect(extra.get('threshold')).toEqual([0.25]);
    const [praise, blame] = logitsOf(model, ['bad']);
    expect(praise).toBeCloseTo(-1);
    expect(blame).toBeCloseTo(6.85);
  });

  it('weighs a word less beside others, the more so the rarer they are', () => {
    const [alone] = logitsOf(model, ['good']);
    const [withCommon] = logitsOf(model, ['good', 'bad']);
    const [withUnknown] = logitsOf(model, ['good', 'unheard']);
    expect(alone).toBeCloseTo(1);
    expect(withCommon).toBeCloseTo(-1 + 2 / Math.hypot(1, 2));
    expect(withUnknown).toBeCloseTo(-1 + 2 / Math.hypot(1, 4), 1);
  });

  it('says only its biases of an empty text', () => {
    expect(logitsOf(model, [])).toEqual([-1, 0.5]);
  });

  it('is refused when it is cut off or is none', () => {
    const [header = '', weights = ''] = file.split('\n');
    expect(() => readModel(`${header}\n${weights.slice(0, 8)}`)).toThrow('ends too early');
    expect(() => readModel('{"outputs":[]}\n')).toThrow();
  });
});

describe('vectorOf', () => {
  const group = { kind: 'parts' as const, slots: sharedSlots(64), rarity: new Float32Array(64).fill(1) };

  it('has length 1 for any text with grams', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (tokens) => {
        const { values } = vectorOf(group, tokens);
        expect(Math.hypot(...values)).toBeCloseTo(1, 4);
      }),
    );
  });

  it('does not depend on the order of words', () => {
    const weights = (tokens: string[]): [number, number][] => {
      const { slots, values } = vectorOf(group, tokens);
      return [...slots]
        .map((slot, index): [number, number] => [slot, values[index] ?? 0])
        .sort(([a], [b]) => a - b);
    };
    expect(weights(['one', 'two', 'three'])).toEqual(weights(['three', 'one', 'two']));
  });

  it('knows nothing of the texts before, of more slots or fewer, and leaves their vectors as they were', () => {
    const first = vectorOf(group, ['one', 'two', 'two']);
    const copy = { slots: first.slots.slice(), values: first.values.slice() };
    for (const count of [16, 128]) {
      const other = { ...group, slots: sharedSlots(count), rarity: new Float32Array(count).fill(2) };
      vectorOf(other, ['two', 'three', 'four']);
      expect(vectorOf(group, ['one', 'two', 'two'])).toEqual(copy);
    }
    expect(first).toEqual(copy);
  });
});

describe('ownSlots', () => {
  it('gives strangers one slot together', () => {
    const slots = ownSlots(Uint32Array.of(7, 4_000_000_000));
    expect([7, 4_000_000_000, 8, 9].map((hash) => slots.slotOf(hash))).toEqual([0, 1, 2, 2]);
    expect(slots.count).toBe(3);
  });
});

describe('sigmoid', () => {
  it('makes a probability of any logarithm of odds', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(-1000)).toBe(0);
    expect(sigmoid(1000)).toBe(1);
  });
});
