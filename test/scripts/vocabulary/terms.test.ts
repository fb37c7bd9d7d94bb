import { describe, expect, it } from '@jest/globals';
import { termsOf, type Vectors } from '../../../scripts/vocabulary/terms.mts';
import type { Sense, Synset, WordNet } from '../../../scripts/vocabulary/wordNet.mts';

const DISEASE = 'ill_health noun 1';
const LAW = 'law noun 2';
const OTHER = 'other';

/** `rash` is a kind of disease; what is used in law points to law. */
const synsets: readonly Synset[] = [
  { id: DISEASE, words: [], pointers: [{ symbol: '~', to: 'rash' }] },
  { id: 'rash', words: [], pointers: [] },
  { id: 'legal', words: [], pointers: [{ symbol: ';c', to: LAW }] },
];

function wordNetOf(senses: Readonly<Record<string, readonly Sense[]>>): WordNet {
  return {
    synsets: new Map(synsets.map((synset) => [synset.id, synset])),
    senses: new Map(Object.entries(senses)),
    named: (name) => ({ id: name, words: [], pointers: [] }),
  };
}

const only = (synset: string): readonly Sense[] => [{ synset, count: 3 }];
const medical = Float32Array.of(1, 0);
const legal = Float32Array.of(0, 1);
/** Enough words before the others that these are not common. */
const common = Array.from({ length: 20_000 }, (_, index): [string, Float32Array] => [
  `word${String(index)}`,
  Float32Array.of(-1, -1),
]);
const vectors: Vectors = new Map([
  ...common,
  ['eczema', medical],
  ['eczemas', medical],
  ['measles', medical],
  ['measlesque', legal],
  ['bail', legal],
  ['writ', legal],
  ['heir', legal],
  ['lien', legal],
  ['seal', Float32Array.of(-1, 0)],
  ['cold', medical],
]);

describe('termsOf', () => {
  const terms = termsOf(
    wordNetOf({
      eczema: only('rash'),
      measles: only('rash'),
      bail: only('legal'),
      writ: only('legal'),
      heir: only('legal'),
      lien: only('legal'),
      seal: only('legal'),
      cold: [...only('rash'), { synset: OTHER, count: 2 }],
      word1: only('rash'),
      unheard: only('rash'),
    }),
    vectors,
  );
  const found = (wanted: string) => terms.find(({ phrase }) => phrase.replace('*', '') === wanted);

  it('takes the kinds of a meaning, and what is used in a field', () => {
    expect(found('eczema')).toMatchObject({ domain: 'medical', strength: 'telling' });
    expect(found('bail')).toMatchObject({ domain: 'legal', strength: 'telling' });
  });

  it('lets any ending follow where all words that begin so are of the domain', () => {
    expect(found('eczema')?.phrase).toBe('eczema*');
    expect(found('measles')?.phrase).toBe('measles');
  });

  it('holds a word that means other things too for weaker', () => {
    expect(found('cold')).toMatchObject({ domain: 'medical', strength: 'weak' });
  });

  it('leaves out what is used unlike the other words of the domain, and what no text has', () => {
    expect(found('seal')).toBeUndefined();
    expect(found('unheard')).toBeUndefined();
  });
});
