import { describe, expect, it } from '@jest/globals';
import { logitsOf } from '../../../core/guardrails/linear/linearModel';
import { readModel } from '../../../core/guardrails/linear/modelFile';
import { encodeModel } from '../../../scripts/fit/linear/encodeModel.mts';
import { decisionsOf, fitLogisticRegression } from '../../../scripts/fit/linear/logisticRegression.mts';
import { textSpace } from '../../../scripts/fit/linear/textSpace.mts';

const ANIMALS = new Map([
  ['cat', Float32Array.of(1, 0)],
  ['kitten', Float32Array.of(0.98, 0.2)],
  ['engine', Float32Array.of(0, 1)],
]);
const LISTED = new Set(['cat', 'hamster']);

const documents = [
  { text: 'the cat sleeps', isPositive: true, source: 'here' },
  { text: 'a cat on the mat', isPositive: true, source: 'here' },
  { text: 'the engine runs', isPositive: false, source: 'here' },
  { text: 'an engine on the bench', isPositive: false, source: 'there' },
].map((document) => ({ ...document, tokens: document.text.split(' ') }));

const settings = {
  target: 'here',
  sourceLikeness: 0.5,
  words: ['cat', 'kitten', 'engine', 'hamster', 'the', 'on'],
  space: {
    vectorOf: (word: string) => ANIMALS.get(word),
    listsOf: (word: string) => (LISTED.has(word) ? 1 : 0),
  },
  similarity: { sharpness: 4, list: 0.5, same: 0.3 },
  factors: { words: 1, pairs: 0.5, parts: 1 },
  sharedSlots: 256,
  damping: 2,
};

const space = textSpace(documents, settings);
const coefficients = fitLogisticRegression(
  space.likeness,
  documents.map(({ isPositive }, row) => ({ row, isPositive, weight: 4 })),
);
const { model } = readModel(
  encodeModel({ outputs: ['animal'], ...space.weightsOf([coefficients]), extra: new Map() }),
);
const logit = (text: string): number => logitsOf(model, text.split(' '))[0] ?? NaN;

describe('textSpace', () => {
  it('turns coefficients of texts into weights that decide the same', () => {
    const decisions = decisionsOf(space.likeness, coefficients);
    documents.forEach(({ text, source }, row) => {
      if (source === settings.target) expect(logit(text)).toBeCloseTo(decisions[row] ?? NaN, 1);
    });
  });

  it('carries what was learnt of a word over to words of like meaning and of the same list', () => {
    expect(logit('kitten')).toBeGreaterThan(logit('the'));
    expect(logit('hamster')).toBeGreaterThan(logit('the'));
    expect(logit('kitten')).toBeGreaterThan(logit('hamster'));
  });

  it('takes texts of different sources as less alike', () => {
    const alike = textSpace(
      documents.map((document) => ({ ...document, source: 'here' })),
      settings,
    );
    expect(space.likeness[2]?.[3]).toBeCloseTo(0.5 * (alike.likeness[2]?.[3] ?? NaN));
    expect(space.likeness[1]?.[2]).toBeCloseTo(alike.likeness[1]?.[2] ?? NaN);
  });
});
