import { describe, expect, it } from '@jest/globals';
import { readDraft, type DraftInput } from '../../../../../core/cascade/quality/draft';
import { agreementOf } from '../../../../../core/cascade/quality/evidence/agreement';
import { doubtOf } from '../../../../../core/cascade/quality/evidence/doubt';
import { evidenceFor } from '../../../../../core/cascade/quality/evidence/evidence';

const effectOf = (more: Partial<DraftInput>) =>
  evidenceFor(readDraft({ query: 'How many?', text: 'Five.', ...more })).reduce(
    (sum, { effect }) => sum + effect,
    0,
  );

it('there is none without evidence', () => {
  expect(evidenceFor(readDraft({ query: 'How many?', text: 'Five.' }))).toEqual([]);
  expect(effectOf({ samples: [], logprobs: [] })).toBe(0);
});

describe('a judge', () => {
  it('moves the odds as far as judges are right', () => {
    expect(effectOf({ judged: 1 })).toBeCloseTo(Math.log(9));
    expect(effectOf({ judged: 0.5 })).toBeCloseTo(0);
    expect(effectOf({ judged: 0 })).toBeCloseTo(-Math.log(9));
  });

  it('gives a reason only against a draft', () => {
    const reasons = [0, 0.4, 0.5, 1].map(
      (judged) => evidenceFor(readDraft({ query: 'a', text: 'b', judged }))[0]?.reason,
    );
    expect(reasons.map((reason) => reason !== undefined)).toEqual([true, true, false, false]);
  });
});

describe('samples', () => {
  it('count each for itself', () => {
    const one = effectOf({ samples: ['Five'] });
    expect(one).toBeCloseTo(Math.log(2));
    expect(effectOf({ samples: ['Five', 'five!'] })).toBeCloseTo(2 * one);
    expect(effectOf({ samples: ['Six'] })).toBeCloseTo(-Math.log(3));
  });

  it.each<[one: string, other: string, agreement: number]>([
    ['Paris', 'It is Paris.', 1],
    ['Paris', 'Lyon', 0],
    ['', '', 1],
    ['1818', 'It came out in 1818.', 1],
    [
      'The rolls cost 12 × 2 = 24 dollars and the loaves 20 dollars, so the total of both is $44.',
      'For twelve rolls he takes 24 and for five loaves he takes 20. Altogether the baker takes 44 dollars.',
      1,
    ],
    [
      'The rolls cost 12 × 2 = 24 dollars and the loaves 20 dollars, so the total of both is $44.',
      'For twelve rolls he takes 24 and for five loaves he takes 25. Altogether the baker takes 49 dollars.',
      0,
    ],
  ])('%s | %s: %p', (one, other, agreement) => {
    expect(agreementOf(one, other)).toBe(agreement);
    expect(agreementOf(other, one)).toBe(agreement);
  });

  it('compares long texts by what they are about', () => {
    const tides =
      'Tides are caused by the gravity of the Moon, which pulls the water of the oceans towards it and away from other shores.';
    const moon =
      'The Moon pulls the oceans by its gravity; water rises on the shores below it, and we call that rise and fall the tides.';
    const bread =
      'Yeast turns starch into gas while the dough rests in a warm place, and so the bread rises before anyone bakes it.';
    expect(agreementOf(tides, moon)).toBeGreaterThan(0.9);
    expect(agreementOf(tides, bread)).toBeLessThan(0.3);
  });
});

describe('probabilities of the tokens', () => {
  const of = (...probabilities: number[]) => doubtOf(probabilities.map(Math.log));

  it('are doubtful by their mean', () => {
    expect(of(0.7, 0.7)?.strength).toBeCloseTo(0.5);
    expect(of(0.5, 0.5)?.strength).toBeCloseTo(1);
    expect(of(0.1, 0)?.strength).toBe(1);
    expect(of(0.8, 0.6)?.meanPercent).toBeCloseTo(70);
  });

  it('and by how many words were guessed', () => {
    expect(of(...new Array<number>(7).fill(1), 0.4, 0.4, 0.4)?.strength).toBeCloseTo(0.5);
  });

  it('show nothing in a sure model, in one unlikely word, nor without numbers', () => {
    expect(of(0.95, 0.99, 1)).toBeUndefined();
    expect(of(...new Array<number>(20).fill(1), 0.01)).toBeUndefined();
    expect(of()).toBeUndefined();
    expect(of(Number.NaN, 0.2)).toBeUndefined();
  });

  it('take at most what a guess is worth', () => {
    expect(effectOf({ logprobs: [-9, -9] })).toBe(-2.5);
    expect(effectOf({ logprobs: [0, 0] })).toBe(0);
  });
});
