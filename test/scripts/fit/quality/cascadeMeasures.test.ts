import { describe, expect, it } from '@jest/globals';
import {
  calibrationError,
  gapRecovered,
  operationOf,
  ranking,
  type Decided,
} from '../../../../scripts/fit/measure/cascadeMeasures.mts';

const draft = (score: number, isGood: boolean): Decided => ({
  score,
  isGood,
  quality: Number(isGood),
  verifiedQuality: 1,
  draftCost: 1,
  verifiedCost: 10,
});

const PERFECT = [draft(0.1, false), draft(0.2, false), draft(0.8, true), draft(0.9, true)];
const BLIND = PERFECT.map((each) => ({ ...each, score: 0.5 }));

it('ranks', () => {
  expect(ranking(PERFECT)).toBe(1);
  expect(ranking(BLIND)).toBe(0.5);
});

describe('the share of the gap that is closed', () => {
  it('is a half at random, more for who escalates bad drafts first, less for who does last', () => {
    expect(gapRecovered(BLIND)).toBeCloseTo(0.5);
    expect(gapRecovered(PERFECT)).toBeCloseTo(0.75);
    expect(gapRecovered(PERFECT.map((each) => ({ ...each, score: -each.score })))).toBeCloseTo(0.25);
  });
});

it('scores are wrong by their distance from what comes true', () => {
  expect(calibrationError(BLIND)).toBeCloseTo(0);
  expect(calibrationError(PERFECT)).toBeCloseTo(0.15);
  expect(calibrationError([draft(1, false)])).toBe(1);
});

describe('an operation', () => {
  it('is told by its rate, quality and cost', () => {
    const perfect = operationOf(PERFECT, ({ score }) => score < 0.5);
    expect(perfect).toMatchObject({ escalated: 0.5, quality: 1, retained: 1, gain: 0.25 });
    expect(perfect.saved).toBeCloseTo(1 - (4 + 20) / 40);
  });

  it('gains nothing over chance when it escalates all, none, or blindly', () => {
    for (const isEscalated of [() => true, () => false]) {
      expect(operationOf(PERFECT, isEscalated).gain).toBeCloseTo(0);
    }
    let turn = 0;
    const many = Array.from({ length: 400 }, (_, place) => draft(0.5, place % 4 < 2));
    const { gain, interval } = operationOf(many, () => (turn += 1) % 2 === 0);
    expect(gain).toBeCloseTo(0);
    expect(interval[0]).toBeLessThan(0);
    expect(interval[1]).toBeGreaterThan(0);
  });
});
